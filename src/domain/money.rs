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
