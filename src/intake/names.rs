//! How boards, tables and front matter name the facts of an ad.

/// What is told of an ad beside its prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fact {
    Id,
    Title,
    Text,
    Employer,
    Place,
    Country,
    Posted,
    Closes,
    /// Pay as a whole: "30 to 35 k€ a year".
    Pay,
    PayMin,
    PayMax,
    Currency,
    Period,
    Contract,
    Hours,
}

/// The facts: what `--map` calls them, and the names that are looked for where nothing is mapped, best first. A dot leads
/// into what is nested.
const NAMES: [(Fact, &str, &[&str]); 15] = [
    (Fact::Id, "id", &["id", "reference", "url"]),
    (Fact::Title, "title", &["title", "titre", "intitule", "job_title", "position", "poste", "role"]),
    (Fact::Text, "text", &["text", "description", "body", "texte", "content"]),
    (
        Fact::Employer,
        "employer",
        &[
            "employer",
            "company",
            "entreprise",
            "employeur",
            "organization",
            "organisation",
            "company_name",
            "structure",
        ],
    ),
    (Fact::Place, "place", &["place", "location", "lieu", "city", "ville", "localisation", "locations"]),
    (Fact::Country, "country", &["country", "pays", "country_code"]),
    (
        Fact::Posted,
        "date",
        &[
            "date",
            "date_posted",
            "posted",
            "published",
            "created",
            "published_at",
            "publie_le",
            "date_publication",
        ],
    ),
    (
        Fact::Closes,
        "closes",
        &["apply_by", "closing_date", "valid_through", "deadline", "date_limite", "expires", "closes"],
    ),
    (
        Fact::Pay,
        "pay",
        &[
            "pay",
            "salary",
            "salaire",
            "compensation",
            "remuneration",
            "rémunération",
            "salary_range",
            "rate",
            "tjm",
            "taux",
        ],
    ),
    (
        Fact::PayMin,
        "pay_min",
        &[
            "salary_min",
            "min_salary",
            "salaire_min",
            "pay_min",
            "salary.min",
            "salaire.min",
            "pay.min",
            "compensation.min",
        ],
    ),
    (
        Fact::PayMax,
        "pay_max",
        &[
            "salary_max",
            "max_salary",
            "salaire_max",
            "pay_max",
            "salary.max",
            "salaire.max",
            "pay.max",
            "compensation.max",
        ],
    ),
    (
        Fact::Currency,
        "currency",
        &["currency", "devise", "salary_currency", "salary.currency", "salaire.devise", "pay.currency"],
    ),
    (
        Fact::Period,
        "period",
        &[
            "period",
            "per",
            "unit",
            "salary_period",
            "salary.period",
            "salary.per",
            "salaire.par",
            "pay.period",
        ],
    ),
    (
        Fact::Contract,
        "contract",
        &["contract", "contrat", "contract_type", "type_contrat", "employment_type", "job_type", "type"],
    ),
    (
        Fact::Hours,
        "hours",
        &["hours", "heures", "horaires", "working_hours", "work_hours", "temps_de_travail"],
    ),
];

impl Fact {
    /// All facts by what `--map` calls them.
    pub(super) fn all() -> impl Iterator<Item = (Self, &'static str)> {
        NAMES.iter().map(|(fact, name, _)| (*fact, *name))
    }

    /// The names that people give it, best first.
    pub(super) fn names(self) -> &'static [&'static str] {
        NAMES.iter().find(|(fact, ..)| *fact == self).map_or(&[], |(.., names)| names)
    }

    /// The fact of a name in small letters, with `_` between its words.
    pub(super) fn named(name: &str) -> Option<Self> {
        NAMES.iter().find(|(.., names)| names.contains(&name)).map(|(fact, ..)| *fact)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_name_means_one_fact() {
        let mut known = BTreeSet::new();
        for (fact, _) in Fact::all() {
            assert!(!fact.names().is_empty());
            for name in fact.names() {
                assert!(known.insert(*name), "{name} is there twice");
                assert_eq!(Fact::named(name), Some(fact));
            }
        }
    }
}
