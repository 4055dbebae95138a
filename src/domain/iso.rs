//! Codes of countries, regions and currencies, as their standards have them.

use iso_currency::Currency;

/// An ISO 3166-1 alpha-2 country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country(pub(crate) &'static str);

impl Country {
    /// Finds a country by its alpha-2 code.
    #[must_use]
    pub fn find(code: &str) -> Option<Self> {
        rust_iso3166::from_alpha2(code).map(|country| Self(country.alpha2))
    }

    /// The country that people mean by a code in whichever letters: `fr`, and `UK`, which the standard keeps free for the
    /// United Kingdom although its code is `GB`.
    ///
    /// ```
    /// use rolecall::domain::iso::Country;
    ///
    /// assert_eq!(Country::meant(" uk").map(Country::code), Some("GB"));
    /// assert_eq!(Country::meant("zz"), None);
    /// ```
    #[must_use]
    pub fn meant(code: &str) -> Option<Self> {
        let code = code.trim().to_ascii_uppercase();
        Self::find(if code == "UK" { "GB" } else { &code })
    }

    /// The alpha-2 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.0
    }
}

/// An ISO 3166-2 region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    pub(crate) code: &'static str,
    pub(crate) country: &'static str,
    pub(crate) name: &'static str,
}

impl Region {
    /// Finds a region by its ISO 3166-2 code.
    #[must_use]
    pub fn find(code: &str) -> Option<Self> {
        rust_iso3166::iso3166_2::from_code(code).map(|region| Self {
            code: region.code,
            country: region.country_code,
            name: region.name,
        })
    }

    /// The ISO 3166-2 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.code
    }

    /// Its name in a language of the country: `Île-de-France`. Where the standard gives several, the first, without what
    /// it adds in brackets or behind a comma.
    #[must_use]
    pub fn name(self) -> &'static str {
        let first = self.name.split([';', '[', '(', ',']).next().unwrap_or(self.name).trim();
        if first.is_empty() { self.code } else { first }
    }

    /// The country that the region belongs to.
    #[must_use]
    pub const fn country(self) -> &'static str {
        self.country
    }
}

/// Finds an ISO 4217 currency by its code.
#[must_use]
pub fn currency(code: &str) -> Option<Currency> {
    Currency::from_code(code)
}
