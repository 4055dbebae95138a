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
}

impl Region {
    /// Finds a region by its ISO 3166-2 code.
    #[must_use]
    pub fn find(code: &str) -> Option<Self> {
        rust_iso3166::iso3166_2::from_code(code)
            .map(|region| Self { code: region.code, country: region.country_code })
    }

    /// The ISO 3166-2 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.code
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
