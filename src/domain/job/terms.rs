//! The closed lists of values that briefs and ads hold.

use crate::domain::vocab::vocabulary;

vocabulary! {
    /// Sort of contract.
    Contract("contract") {
        /// Without end (CDI).
        Permanent = "permanent",
        /// With an end (CDD).
        FixedTerm = "fixed-term",
        /// Apprenticeship.
        Apprenticeship = "apprenticeship",
        /// Internship.
        Internship = "internship",
        /// Freelance.
        Freelance = "freelance",
    }
}

vocabulary! {
    /// Common European level of a language.
    Cefr("language level") {
        /// Breakthrough.
        A1 = "A1",
        /// Waystage.
        A2 = "A2",
        /// Threshold.
        B1 = "B1",
        /// Vantage.
        B2 = "B2",
        /// Effective proficiency.
        C1 = "C1",
        /// Mastery.
        C2 = "C2",
    }
}

vocabulary! {
    /// How an ad speaks.
    Tone("tone") {
        /// Plain and polite.
        Formal = "formal",
        /// Friendly.
        Warm = "warm",
    }
}

vocabulary! {
    /// How a French ad addresses the reader.
    Address("form of address") {
        /// Vous.
        Vous = "vous",
        /// Tu.
        Tu = "tu",
    }
}

vocabulary! {
    /// For whom an audit is written.
    AuditFor("reader of an audit") {
        /// Whoever hires and publishes the ad.
        Employer = "employer",
        /// Whoever thinks of applying.
        Candidate = "candidate",
    }
}

vocabulary! {
    /// The wish that pay be proposed.
    FromBand("pay") {
        /// From the market band.
        FromBand = "from-band",
    }
}

vocabulary! {
    /// What the text of an ad is written in.
    AdFormat("format") {
        /// Plain text.
        Text = "text",
        /// Markdown.
        Markdown = "markdown",
        /// HTML.
        Html = "html",
    }
}
