//! The token that audits and drafts may ask for.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use subtle::ConstantTimeEq;

/// Fewest characters of a token: shorter ones can be guessed.
pub const SHORTEST: usize = 16;

/// A secret that never shows in a log.
#[derive(Clone)]
pub struct Token(Vec<u8>);

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

impl PartialEq for Token {
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl Eq for Token {}

impl Token {
    /// A token; white space around it is not part of it.
    ///
    /// # Errors
    /// When it is shorter than [`SHORTEST`], or holds what no header can carry.
    pub fn new(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if text.len() < SHORTEST || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(format!("a token has at least {SHORTEST} visible ASCII characters and no spaces"));
        }
        Ok(Self(text.as_bytes().to_vec()))
    }

    /// Whether an `Authorization` header carries it: `Bearer TOKEN`, or `Basic` with the token as password, which is
    /// what browsers send. The comparison takes the same time whatever the difference.
    #[must_use]
    pub fn matches(&self, authorization: &str) -> bool {
        let Some((scheme, given)) = authorization.split_once(' ') else { return false };
        let given = given.trim();
        if scheme.eq_ignore_ascii_case("bearer") {
            return given.as_bytes().ct_eq(&self.0).into();
        }
        if scheme.eq_ignore_ascii_case("basic") {
            let decoded = STANDARD.decode(given).unwrap_or_default();
            let password = decoded.iter().position(|byte| *byte == b':').map(|at| &decoded[at + 1..]);
            return password.is_some_and(|password| password.ct_eq(&self.0).into());
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_matched_as_bearer_and_as_password() {
        let token = Token::new(" 0123456789abcdef\n").unwrap();
        assert!(token.matches("Bearer 0123456789abcdef"));
        assert!(token.matches("bearer  0123456789abcdef"));
        // user:0123456789abcdef
        assert!(token.matches("Basic dXNlcjowMTIzNDU2Nzg5YWJjZGVm"));
        for wrong in
            ["", "Bearer", "Bearer ", "Bearer 0123456789abcdeF", "Basic !!!!", "Basic dXNlcg==", "Digest x"]
        {
            assert!(!token.matches(wrong), "{wrong}");
        }
        assert!(Token::new("short").is_err() && Token::new("0123456789 abcdef").is_err());
        assert_eq!(format!("{token:?}"), "Token(…)");
    }
}
