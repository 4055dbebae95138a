//! Money: whole units of a currency (euros, not cents), never a float.

use iso_currency::Currency;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

/// An amount in whole units of a currency, as a founder states a budget: `{"amount":60000,"currency":"EUR"}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money {
    /// Whole units of the currency (euros, not cents).
    pub amount: u64,
    /// ISO 4217 currency.
    pub currency: Currency,
}

impl Money {
    /// The amount as a language writes it.
    #[must_use]
    pub fn to_text(&self, lang: super::text::Lang) -> String {
        super::locale::money(self.amount.into(), self.currency.code(), lang)
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Money", 2)?;
        fields.serialize_field("amount", &self.amount)?;
        fields.serialize_field("currency", self.currency.code())?;
        fields.end()
    }
}

impl utoipa::PartialSchema for Money {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        use utoipa::openapi::schema::{AdditionalProperties, Type};
        use utoipa::openapi::{KnownFormat, ObjectBuilder, SchemaFormat};
        ObjectBuilder::new()
            .description(Some("Whole units of a currency."))
            .property(
                "amount",
                ObjectBuilder::new()
                    .schema_type(Type::Integer)
                    .format(Some(SchemaFormat::KnownFormat(KnownFormat::Int64)))
                    .minimum(Some(0))
                    .description(Some("Whole units of the currency.")),
            )
            .property(
                "currency",
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .pattern(Some("^[A-Z]{3}$"))
                    .description(Some("ISO 4217 code.")),
            )
            .required("amount")
            .required("currency")
            .additional_properties(Some(AdditionalProperties::FreeForm(false)))
            .into()
    }
}

impl utoipa::ToSchema for Money {}

/// An amount in hundredths of a unit, for pay that is stated to the cent: 12.50 an hour. Written as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cents(pub u64);

impl Cents {
    /// Whole units.
    #[must_use]
    pub const fn whole(units: u64) -> Self {
        Self(units.saturating_mul(100))
    }

    /// The nearest hundredth of a number, which must not lie below zero.
    #[must_use]
    pub fn nearest(number: f64) -> Self {
        Self(super::rounding::whole(number * 100.0))
    }

    /// As a number, for reckoning.
    #[must_use]
    pub const fn to_float(self) -> f64 {
        super::rounding::to_float(self.0) / 100.0
    }

    /// So many times as much.
    #[must_use]
    pub const fn times(self, count: u64) -> Self {
        Self(self.0.saturating_mul(count))
    }

    /// The amount with its currency, as a language writes it: decimals only where there are any.
    #[must_use]
    pub fn to_text(self, currency: &str, lang: super::text::Lang) -> String {
        super::locale::cents(self.0, currency, lang)
    }
}

impl Serialize for Cents {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_multiple_of(100) {
            serializer.serialize_u64(self.0 / 100)
        } else {
            serializer.serialize_f64(self.to_float())
        }
    }
}

impl utoipa::PartialSchema for Cents {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::Number)
            .minimum(Some(0))
            .description(Some("Units of a currency, to the hundredth."))
            .into()
    }
}

impl utoipa::ToSchema for Cents {}
