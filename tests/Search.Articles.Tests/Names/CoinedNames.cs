using System.Text;

namespace Search.Articles.Tests.Names;

/// <summary>Replaces the names of the samples by coined ones of the same shape, which no list can have.</summary>
internal static class CoinedNames
{
    // Not here, since only lists can know them: DPRK for North Korea, and Kamchatka, of which the text says only that it has crabs.
    // Whole names first, parts after; a word is replaced wherever it stands alone, before 's, or before a hyphen.
    private static readonly (string Name, string Coined)[] Pairs =
    [
        ("Kim Jong Un", "Vok Drin Za"), ("Kim Jong-un", "Vok Drin-za"), ("Kim", "Vok"), ("Yoon Suk Yeol", "Plun Sark Weol"),
        ("Sergei Shoigu", "Wergol Bramulo"), ("Sergei Kobylash", "Wergol Tobymask"), ("Shoigu", "Bramulo"),
        ("Vladimir Putin", "Ostimir Kuvalin"), ("Putin", "Kuvalin"), ("Alexander Kozlov", "Relvander Mazlek"), ("Kozlov", "Mazlek"),
        ("Nikolai Evmenov", "Mirkolai Evtarov"), ("Oleg Kozhemyako", "Orveg Tozhelyako"), ("Shaposhnikov", "Tarposhnik"),
        ("Vladivostok", "Meldivar"), ("Artyom", "Kortuym"), ("Knevichi", "Plevichta"), ("Komsomolsk-on-Amur", "Drunsk-on-Velt"),
        ("Amur", "Velt"), ("Pyongyang", "Tonglang"), ("Moscow", "Zaskova"), ("Ukraine", "Udravia"), ("Russian", "Zemblan"),
        ("Russia", "Zembla"), ("North Korean", "North Morvian"), ("North Korea", "North Morvia"), ("South Korean", "South Morvian"),
        ("South Korea", "South Morvia"), ("Vostochny", "Lostochny"), ("Primorye", "Trenorye"), ("Primorsky", "Trenorsky"),
        ("Kinzhal", "Vinzhar"), ("Kalibr", "Kavibr"), ("Uran", "Ubran"), ("TASS", "VASK"), ("KCNA", "MCNA"), ("RIA", "RUB"),
        ("Slavianka", "Blovianta"), ("NDTV", "NVTD"), ("China", "Dhinva"),
    ];

    /// <summary>The text with coined names, and for each code unit of it the one of the original it stands for.</summary>
    public static (string Text, int[] Original) Replace(string text)
    {
        var coined = new StringBuilder(text.Length);
        var original = new List<int>(text.Length);
        for (var at = 0; at < text.Length;)
        {
            (string name, string replacement) = Array.Find(Pairs, p => StandsAt(text, at, p.Name));
            if (name is null)
            {
                coined.Append(text[at]);
                original.Add(at++);
                continue;
            }
            // The last code unit maps to the last one, so that ends map to ends.
            for (var i = 0; i < replacement.Length; i++)
                original.Add(i == replacement.Length - 1 ? at + name.Length - 1 : at + Math.Min(i, name.Length - 1));
            coined.Append(replacement);
            at += name.Length;
        }
        return (coined.ToString(), [.. original]);
    }

    /// <summary>A name with its parts replaced.</summary>
    public static string Of(string name) => Replace(name).Text;

    private static bool StandsAt(string text, int at, string name)
    {
        if (string.CompareOrdinal(text, at, name, 0, name.Length) != 0) return false;
        int end = at + name.Length;
        return (at == 0 || !char.IsLetter(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end]));
    }
}
