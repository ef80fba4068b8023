using System.Text.RegularExpressions;

namespace Search.Articles.Cleaning;

/// <summary>The blocks that are page furniture by their wording, wherever they stand. A table: one row, one reason.</summary>
/// <remarks>No row names an outlet, a person, a place or a headline. Services that pages link to (share buttons) are named.</remarks>
internal static partial class FurnitureRules
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // No label is longer; it also bounds what a hostile text can cost the patterns.
    private const int MaxLength = 600;

    /// <summary>The table.</summary>
    public static IReadOnlyList<FurnitureRule> All { get; } =
    [
        new(FurnitureReasons.Advertisement, Advertisement(), 12),
        new(FurnitureReasons.SummaryPrompt, SummaryPrompt(), 12),
        new(FurnitureReasons.LoginPrompt, LoginPrompt(), 16),
        new(FurnitureReasons.Consent, Consent(), 90),
        new(FurnitureReasons.ShareBar, ShareBar(), 16),
        new(FurnitureReasons.NewsletterPrompt, NewsletterPrompt(), 45),
        new(FurnitureReasons.Subscription, Subscription(), 30),
        new(FurnitureReasons.Copyright, Copyright(), 60),
        new(FurnitureReasons.SectionLabel, SectionLabel(), 14),
        new(FurnitureReasons.Comments, Comments(), 14),
        new(FurnitureReasons.Media, Media(), 12),
        new(FurnitureReasons.ReadingTime, ReadingTime(), 8),
        new(FurnitureReasons.PhotoCredit, PhotoCredit(), 14),
        new(FurnitureReasons.AgencyNote, AgencyNote(), 24),
        new(FurnitureReasons.RelatedStories, ReadAlso(), 28),
        new(FurnitureReasons.AffiliateNote, AffiliateNote(), 50),
        new(FurnitureReasons.Navigation, Navigation(), 10),
        new(FurnitureReasons.BareAddress, BareAddress(), 30),
        new(FurnitureReasons.Rule, RuleLine(), 2),
    ];

    /// <summary>The reason why a text is furniture; null when no rule says so.</summary>
    public static string? ReasonFor(string text, int words)
    {
        if (text.Length > MaxLength) return null;
        foreach (FurnitureRule rule in All)
        {
            if (words <= rule.MaxWords && rule.Pattern.IsMatch(text)) return rule.Reason;
        }

        return null;
    }

    [GeneratedRegex(@"^\W*((third[- ]party )?advert(s|isements?|ising)?|sponsored( content| links?| by.*)?|promoted( content| stories)?|ads?( by .*)?|paid (content|post)|publicité|anzeige|werbung|publicidad|pubblicità|(story|article) continues (below|after) (the )?(ad|advertisement)|(story|article|advertisement[ -–—]*(story|article)?) continue[sd]? (below|reading below)|advertisement[ .:-]*(continue reading( the main story| below)?|scroll (down )?to continue.*)|scroll (down )?(to|for) (continue|more).*|(continue|keep) reading( below| the main story| more)?|supported by|loading( ad)?\.*|remove ads?)\W*$", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Advertisement();

    [GeneratedRegex(@"^\W*(no time to read\??|(get|read|show|listen to) (a|the) summary|in a hurry\??|(ai[- ]generated )?summary( by ai)?|generate (a )?summary|tl;?dr)\W*$", Options, PatternLimits.TimeoutMs)]
    private static partial Regex SummaryPrompt();

    [GeneratedRegex(@"^\W*((please )?(log|sign)[ -]?(in|out|up|on)( or (register|sign up|create an account|log in|subscribe).*| (now|here|with .{1,20}|to .{1,60})|(sign|log)[ -]?(in|up).*)?|(already|not yet|are you) (a |have an? )?(member|subscriber|account|registered).*|(create|register)( (an?|your|for|free|now|here))*( account)?|my account|forgot (your )?password.*|(you must|you need to) (be logged|log|sign)[ -]?in.*|(username|password|e-?mail( address)?)( required)?\*?:?)\W*$", Options, PatternLimits.TimeoutMs)]
    private static partial Regex LoginPrompt();

    [GeneratedRegex(@"^\W*(i|you|we|by|this (web)?site|our (web)?site|our partners|utilizziamo|wir|nous|diese|ce site|este sitio)\b.{0,160}\b(agree|consent|accept|use[sd]? cookies|uses? cookies|utiliz\w+ (i |les )?cookies?|verwende\w* cookies)\b.*\b(privacy (policy|policies|notice|statement)|cookies?|cookie policy|terms of (use|service)|terms (and|&) conditions)\b.*$|^.{0,60}\b(uses?|using) cookies\b.*$|^\W*(cookie|privacy) (policy|notice|settings|preferences|statement|consent)( (and|&|\|) .{0,40})?\W*$|^\W*(accept|reject|manage)( all)?( cookies| preferences)?\W*$|^\W*(terms( of (use|service))?|terms (and|&) conditions)( (and|&|\|) .{0,40})?\W*$", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Consent();

    [GeneratedRegex(@"^(?=.*\b(share|shares|tweet|pin|e-?mail|print|save|copy|facebook|twitter|instagram|linked ?in|whatsapp|telegram|reddit|pinterest|tumblr|you ?tube|messenger|rss|snapchat|follow|like|link|flip ?board)\b)\W*(\b(share|tweet|pin( it)?|e-?mail|print|save|copy( link)?( url)?( copied!?)?|link|like|follow|bookmark|comment|send|post|flip( ?board)?|facebook|twitter|x|instagram|linked ?in|whatsapp|telegram|reddit|pinterest|tumblr|you ?tube|messenger|google\+?|vk|viber|line|rss|snapchat|tik ?tok|pocket|mail|this|article|story|page|on|via|with|to|by|a|friend|us|the|and|or|shares?|more|options|show|sharing|close|extra|link url|in|click|open|new|window|opens|now)\b\W*)+(\d+[km]?)?\W*$|^\W*\d+(\.\d+)?[km]?\s*(shares?|likes?|views?|tweets?|comments?|reads?|followers)\W*$|^\W*(follow|like|find|join) (us|me|him|her) on .{1,60}$|^\W*share (this|on|via|with|to) .{0,60}$|^\W*click to (share|print|email).*$", Options, PatternLimits.TimeoutMs)]
    private static partial Regex ShareBar();

    [GeneratedRegex(@"^\W*((sign up|subscribe|register|join)\b.{0,100}\b(newsletters?|inbox|updates|alerts|e-?mails?|mailing list|briefing|digest|channel)\b.*|(get|receive)\b.{0,120}\b((in|to|into) your (inbox|e-?mail|mailbox)|newsletters?|delivered)\b.*|newsletters?( sign[- ]?up)?|(our )?(daily|weekly|morning|evening) (newsletter|briefing|digest)|(enter )?your e-?mail( address)?.*|stay (informed|up to date|updated|connected|tuned)\W*|(download|get) (our|the) .{0,30}\bapp\b.*|.{0,90}\bsubscribe to (our|the|my) .{0,40}(newsletter|channel|podcast)\b.{0,60}|follow .{1,60} on (facebook|twitter|instagram|telegram|whatsapp|google news|linkedin|you ?tube|x)\b.*)\W*$", Options, PatternLimits.TimeoutMs)]
    private static partial Regex NewsletterPrompt();

    [GeneratedRegex(@"^\W*(subscribe( (now|today|here|to .{1,60}|for .{1,60}))?( sign[ -]?in)?|subscribers? only|(become|be) a (member|subscriber|patron|supporter)\b.*|support (us|our (work|journalism)|independent journalism|.{1,30} journalism)\b.*|donate( now| today)?|to (read|continue reading) (the|this) (full|rest of the) (story|article).*|(this|the) (article|story|content) is (only )?(available )?(for|to) (subscribers|members).*|make a (donation|contribution).*|start (your )?(free )?trial.*|unlock .{0,40}(article|access|story).*)\W*$", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Subscription();

    [GeneratedRegex(@"^\W*((copyright|©|\(c\)|&copy;)(?!\s+(law|act|holders?|infring|claims?|protection|reform|owners?|industry|rules?|issues?|bill)).{0,400}|.{0,200}\ball rights reserved\b.{0,160}|.{0,80}©\s*(19|20)\d\d.{0,120}|(this (material|article|content) may not be|no part of this).{0,200}(reproduced|published|broadcast|redistributed).*)$", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Copyright();

    [GeneratedRegex(@"^\W*(in this (story|article)|(more|read more) (on|about) this( story| topic)?|topics?( (in|related to) this (article|story))?|tags?|filed under|categor(y|ies)|posted in|section|news|latest( news)?|breaking( news)?|top (stories|news)|world( news)?|opinion|sports?|business|politics|entertainment|technology|tech|science|health|lifestyle|video|videos|photos|home|menu|search|skip to (main )?content.*|(tags|topics|filed under|categories|labels|tagged( with)?|posted in)\s*:.{0,160}|you are (at|here):?.{0,60}|share your (thoughts|views).*|explore( more)?|trending( now)?|highlights|key (points|takeaways)|contents|table of contents)\W*$", Options, PatternLimits.TimeoutMs)]
    private static partial Regex SectionLabel();

    [GeneratedRegex(@"^\W*((\d+ )?comments?( \(?\d+\)?)?|(leave|post|add|write|submit) (a|your) (comment|reply)\b.*|(view|show|see|read|load|hide)( all| more| \d+)* comments?( \(?\d+\)?)?|no comments( yet)?|join the (conversation|discussion).*|repl(y|ies)( \(?\d+\)?)?|report( (this )?(comment|abuse|a typo|an error))?|(your e-?mail address will not be published).*|cancel reply|be the first to comment.*|have your say.*|comments (are|have been) (closed|disabled).*)\W*$", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Comments();

    [GeneratedRegex(@"^\W*(play( video| audio)?|pause|(un)?mute|(watch|listen)( now| live| here| to this article)?|(video|audio|image|photo|media) ?(player|gallery|caption|copyright)?( not supported| is loading\.*)?|full ?screen|(enlarge|view|open|expand|toggle)( this)? (image|gallery|photo|fullscreen|caption)|hide caption|click (here )?to (enlarge|play|view).*|tap to (play|expand).*|\d+ of \d+|\d{1,2}:\d\d( ?/ ?\d{1,2}:\d\d)?|previous|next|prev|slide \d+|close|current time.*|loaded: .*|your browser (does not|doesn.t) support.*|(please )?enable javascript.*|[a-z]+ (images|photos))\W*$", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Media();

    [GeneratedRegex(@"^\W*(\d+[- ]min(ute)?s?( (read|to read|reading time))?|(estimated )?(reading|read) time:? .{1,20}|\d+ (minutes?|hours?|days?|weeks?) (read|ago))\W*$", Options, PatternLimits.TimeoutMs)]
    private static partial Regex ReadingTime();

    [GeneratedRegex(@"^\W*((photo|image|picture|file photo|video|photograph|illustration|representational image|credits?|source)s?( credits?| courtesy| by)?\s*[:/|]\s*.{1,80}|(photo|image)s? (by|via|courtesy) .{1,60}|[\w.'’-]+( [\w.'’-]+){0,3} ?/ ?[\w.]+( [\w.]+){0,2} (images?|photos?|pictures?))\W*$", Options, PatternLimits.TimeoutMs)]
    private static partial Regex PhotoCredit();

    [GeneratedRegex(@"^\W*(with (additional )?(inputs?|reporting) (from|by) .{1,80}|(additional |further )?reporting by .{1,120}|(written|edited|editing|compiled|translated) by .{1,120}|\(?(this|the) (story|article|report) (has (not )?been|was|is) (not )?(edited|auto-?generated|(first|originally) published|published (by|on|in|at|from)|produced|generated)\b.{0,140})$", Options, PatternLimits.TimeoutMs)]
    private static partial Regex AgencyNote();

    [GeneratedRegex(@"^\W*((also |must )?read( also| more| next| this| the (full )?(story|article))?|see (also|more)|find out more|in (pictures|photos)|lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lee también|leer también|leia (também|mais)|veja também|leggi anche|baca juga|czytaj (też|także)|читайте также|lees ook|läs också|(also )?watch( also)?|related( (story|article|post|coverage|news|link|topic|content)s?)?|don.t miss|you (may|might) (also )?(like|be interested in)|recommended( for you)?|read more( here| at .{1,40}| on .{1,60})?|more:?)\s*(:|\||-|–|»|>)\s*\S.{0,240}(?<!:)$|^\W*(read (more|next|also|the full story|full story|on)|(read|see) more( here)?|related( (story|link|topic|news))?|click here( to .{1,60})?|learn more|find out more|story continued below|(full|continue) (story|article))\W*$", Options, PatternLimits.TimeoutMs)]
    private static partial Regex ReadAlso();

    [GeneratedRegex(@"^\W*(home|about( us)?|contact( us)?|advertise( with us)?|careers|jobs|faqs?|help|sitemap|site map|rss( feeds?)?|privacy|terms|disclaimer|archives?|masthead|feedback|(back )?to top|back to .{1,30}|skip to .{1,30}|(main |toggle |open |close |show )?(menu|navigation|search)|go|submit( search)?|search( for)?:?.{0,20}|more|show more|see all|view all|load more|expand|collapse|next page|previous page|older posts|newer posts|page \d+( of \d+)?|edition|change language|languages?|switch .{1,20}|select .{1,20}|print( edition)?|(e-?)?paper|today.s paper)\W*$", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Navigation();

    [GeneratedRegex(@"^\W*((https?://|www\.)\S+|pic\.twitter\.com/\S+|\S+@\S+\.\w+|@\w+|#\w+)(\s+((https?://|www\.)\S+|pic\.twitter\.com/\S+|#\w+|@\w+))*\W*$", Options, PatternLimits.TimeoutMs)]
    private static partial Regex BareAddress();

    [GeneratedRegex(@"^(?=.*\b(affiliate|(when|if) you (buy|purchase|click|make a purchase)|links? on (our|this) (site|page)|(our|these|linked|recommended) (links|products))\b).*\b(may|might|will|could) (earn|get|receive|collect) (an?|some|a share)?\s*(small )?(affiliate |share of |referral )*(commissions?|fees?|sales?|compensation|revenue)\b.*$|^.{0,80}\bcontains? affiliate (and/or referral )?links\b.*$|^.{0,80}\baffiliate (and/or referral )?links\b.{0,80}(disclosure|disclaimer|commission).*$", Options, PatternLimits.TimeoutMs)]
    private static partial Regex AffiliateNote();

    [GeneratedRegex(@"^[\W_]+$", Options, PatternLimits.TimeoutMs)]
    private static partial Regex RuleLine();
}
