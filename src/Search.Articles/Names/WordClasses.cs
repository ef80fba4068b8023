namespace Search.Articles.Names;

/// <summary>What a word may be, by the lists: a word can be several of these.</summary>
[Flags]
internal enum WordClasses : ulong
{
    None = 0,

    /// <summary>In the general list of English words that are written in lower case.</summary>
    Common = 1UL << 0,

    /// <summary>Articles, pronouns, prepositions, conjunctions, number words, adverbs that begin sentences.</summary>
    Function = 1UL << 1,
    Month = 1UL << 2,
    Weekday = 1UL << 3,

    /// <summary>Stands before a person's name and is no part of it.</summary>
    Title = 1UL << 4,

    /// <summary>Stands within a title: defense minister, lieutenant general.</summary>
    TitlePart = 1UL << 5,

    /// <summary>A title that a one-word name needs: King Charles, Pope Francis.</summary>
    Noble = 1UL << 6,

    /// <summary>Lower-case noun that a person's name follows.</summary>
    Role = 1UL << 7,

    /// <summary>Verb whose subject or object is mostly a person.</summary>
    Saying = 1UL << 8,

    /// <summary>Preposition before places.</summary>
    PlaceBefore = 1UL << 9,

    /// <summary>Noun that a place follows with "of".</summary>
    PlaceOfNoun = 1UL << 10,

    /// <summary>Noun or verb that a place follows with "to", "from", "of".</summary>
    VisitNoun = 1UL << 11,

    /// <summary>Lower-case noun after a place's name.</summary>
    PlaceAfter = 1UL << 12,

    /// <summary>Last word of places' names.</summary>
    PlaceSuffix = 1UL << 13,

    /// <summary>First word of places' names.</summary>
    PlacePrefix = 1UL << 14,

    /// <summary>Place noun before "of": Gulf of, Republic of.</summary>
    PlaceHead = 1UL << 15,
    Compass = 1UL << 16,

    /// <summary>Last word of bodies' names.</summary>
    OrgSuffix = 1UL << 17,

    /// <summary>Body noun before "of": Ministry of, Bank of.</summary>
    OrgHead = 1UL << 18,

    /// <summary>Lower-case noun before a body's name.</summary>
    OrgBefore = 1UL << 19,

    /// <summary>Lower-case noun after a body's name.</summary>
    OrgAfter = 1UL << 20,

    /// <summary>Lower-case noun before the name of a thing.</summary>
    OtherBefore = 1UL << 21,

    /// <summary>Lower-case noun after the name of a thing.</summary>
    OtherAfter = 1UL << 22,

    /// <summary>A kind of ship.</summary>
    Vessel = 1UL << 23,

    /// <summary>Last word of names of events, works, laws.</summary>
    OtherSuffix = 1UL << 24,

    /// <summary>Noun before "of" in names of events and works.</summary>
    OtherHead = 1UL << 25,

    /// <summary>Small word inside names: de, van, al.</summary>
    Particle = 1UL << 26,
    Relative = 1UL << 27,

    /// <summary>Only after another word: Inc, Jr, III.</summary>
    NotFirst = 1UL << 28,

    /// <summary>Written in capitals, yet no name.</summary>
    WeakName = 1UL << 29,

    /// <summary>Capitalised adjective or people, no name by itself.</summary>
    Adjective = 1UL << 30,
    GivenName = 1UL << 31,

    /// <summary>First word of a phrase of the gazetteer.</summary>
    PhraseStart = 1UL << 32,

    /// <summary>The word "of".</summary>
    Of = 1UL << 33,

    /// <summary>"and", "or".</summary>
    And = 1UL << 34,

    /// <summary>The word "the".</summary>
    The = 1UL << 35,

    /// <summary>Lower-case verb or preposition that puts a place behind "to" or "from".</summary>
    ToFrom = 1UL << 36,

    /// <summary>A place built for a purpose, often called by its name without this noun: cosmodrome, airfield.</summary>
    Facility = 1UL << 37,

    /// <summary>"a", "an", "the".</summary>
    Article = 1UL << 38,

    /// <summary>A number with the ending of an ordinal: 65th.</summary>
    Ordinal = 1UL << 39,

    /// <summary>First word of bodies' names: FC, Hotel.</summary>
    OrgPrefix = 1UL << 40,

    /// <summary>Forms of "be".</summary>
    Be = 1UL << 41,

    /// <summary>Verb whose object is a place.</summary>
    Bordering = 1UL << 42,

    /// <summary>Noun before "of", "in", "for" and a body: chairman of, shares in.</summary>
    OrgOfNoun = 1UL << 43,

    /// <summary>The word "for".</summary>
    For = 1UL << 44,
}
