//! Who runs a service and answers for it: what its pages say of themselves.

/// Who runs the service. Everything is optional: what is not told is not shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Operator {
    /// Name of the person or company.
    pub name: Option<String>,
    /// How to reach them: an address of electronic mail or of a page.
    pub contact: Option<String>,
    /// Address of their legal notice.
    pub legal_notice: Option<String>,
    /// Address under which the service is known, without a slash at the end: `https://rolecall.example`.
    pub public_url: Option<String>,
}

impl Operator {
    /// The contact as a link: mail is written to, a page is opened.
    #[must_use]
    pub fn contact_href(&self) -> Option<String> {
        let contact = self.contact.as_deref()?;
        Some(if is_web(contact) { contact.to_owned() } else { format!("mailto:{contact}") })
    }
}

/// Whether a text is the address of a page.
#[must_use]
pub fn is_web(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/') && is_plain(text))
}

/// Whether a text is an address of electronic mail, as far as its form tells.
#[must_use]
pub fn is_mail(text: &str) -> bool {
    let parts = text.split_once('@');
    parts.is_some_and(|(who, host)| !who.is_empty() && host.contains('.') && !host.contains('@'))
        && is_plain(text)
}

/// Whether a text holds nothing that has no place in an address.
fn is_plain(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_graphic() && !"<>\"'`".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_apart() {
        assert!(is_web("https://a.example/legal") && is_web("http://localhost:8080"));
        assert!(!is_web("https://") && !is_web("javascript:alert(1)") && !is_web("https://a b"));
        assert!(
            is_mail("hello@a.example")
                && !is_mail("hello@localhost")
                && !is_mail("@a.example")
                && !is_mail("a@b@c.d")
        );
        let operator = |contact: &str| Operator { contact: Some(contact.to_owned()), ..Operator::default() };
        assert_eq!(operator("a@b.example").contact_href().unwrap(), "mailto:a@b.example");
        assert_eq!(operator("https://b.example").contact_href().unwrap(), "https://b.example");
    }
}
