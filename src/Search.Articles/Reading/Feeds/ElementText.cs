using System.Text;
using System.Xml;

namespace Search.Articles.Reading.Feeds;

/// <summary>Reads what is in an XML element as text; elements in it (XHTML) become tags without attributes.</summary>
internal static class ElementText
{
    /// <summary>The content of the element that the reader stands on; moves behind it.</summary>
    /// <exception cref="XmlException">It is nested too deeply, or not well formed.</exception>
    public static string Read(XmlReader xml, int maxDepth)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return "";
        }

        int depth = xml.Depth;
        var text = new StringBuilder();
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.Depth > maxDepth) throw new XmlException("elements are nested too deeply");
            switch (xml.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    text.Append(xml.Value);
                    break;
                case XmlNodeType.Element:
                    text.Append('<').Append(xml.LocalName).Append(xml.IsEmptyElement ? "/>" : ">");
                    break;
                case XmlNodeType.EndElement:
                    text.Append("</").Append(xml.LocalName).Append('>');
                    break;
            }
        }

        if (xml.NodeType == XmlNodeType.EndElement) xml.Read();
        return text.ToString();
    }
}
