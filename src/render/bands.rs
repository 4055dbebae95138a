//! Pictures of bands for pages: rows of HTML, each with a drawing as wide as the page lets it be, so that words keep the
//! page's type and size on a telephone too.

use std::fmt::Write as _;

use super::chart::{Bar, Chart, Scale, escape, spoken, ticks};
use crate::domain::locale;
use crate::domain::message::{Words, ids};

/// Most marks on the axis: more would run into each other on a telephone.
const TICKS: usize = 4;

/// The bands as a list, a row each: what it is of, its quartiles in numbers, and a box from the first to the third with a
/// line at the median; dots are the published figures, the dashed line is the offer. Empty where no band is known.
#[must_use]
pub fn html(chart: &Chart, words: Words<'_>) -> String {
    let Some(scale) = Scale::of(chart, true).filter(|_| chart.bars.iter().any(|bar| bar.quartiles.is_some()))
    else {
        return String::new();
    };
    let rows = Rows { chart, words, scale };
    let mut out = format!(
        "<div class=\"bands\" role=\"group\" aria-label=\"{}\">\n<ul class=\"bars\">\n",
        escape(&spoken(chart, words))
    );
    for bar in &chart.bars {
        rows.bar(bar, &mut out);
    }
    rows.offer(&mut out);
    rows.axis(&mut out);
    out += "</ul>\n";
    rows.legend(&mut out);
    out += "</div>\n";
    out
}

struct Rows<'a> {
    chart: &'a Chart,
    words: Words<'a>,
    scale: Scale,
}

impl Rows<'_> {
    /// Where an amount stands, in percent of the width.
    fn x(&self, amount: u64) -> f64 {
        self.scale.place(amount, 100.0)
    }

    fn money(&self, amount: u64) -> String {
        escape(&locale::money(amount.into(), &self.chart.currency, self.words.lang))
    }

    fn bar(&self, bar: &Bar, out: &mut String) {
        let label = escape(&bar.label);
        let Some(quartiles) = bar.quartiles else {
            let none = escape(self.words.get(ids::CHART_NONE));
            let _ =
                writeln!(out, "<li><p class=\"label\">{label} <span class=\"muted\">{none}</span></p></li>");
            return;
        };
        let [low, median, high] = quartiles.map(|amount| self.money(amount));
        let [p25, p50, p75] = quartiles.map(|amount| self.x(amount));
        let _ = write!(
            out,
            "<li><p class=\"label\">{label} <span class=\"num\">{low} · <strong>{median}</strong> · {high}</span></p>\n<svg class=\"chart\" width=\"100%\" height=\"24\" aria-hidden=\"true\"><rect class=\"band\" x=\"{p25:.2}%\" y=\"3\" width=\"{:.2}%\" height=\"18\"/><line class=\"median\" x1=\"{p50:.2}%\" y1=\"1\" x2=\"{p50:.2}%\" y2=\"23\"/>",
            (p75 - p25).max(0.5),
        );
        for (_, amount) in self.chart.dots.iter().filter(|(label, _)| *label == bar.label) {
            let _ = write!(out, "<circle class=\"dot\" cx=\"{:.2}%\" cy=\"12\" r=\"4.5\"/>", self.x(*amount));
        }
        if let Some(offer) = self.chart.offer {
            let at = self.x(offer);
            let _ = write!(
                out,
                "<line class=\"offer-mark\" x1=\"{at:.2}%\" y1=\"0\" x2=\"{at:.2}%\" y2=\"24\"/>"
            );
        }
        out.push_str("</svg></li>\n");
    }

    /// The offer, in words that stand near its mark.
    fn offer(&self, out: &mut String) {
        let Some(amount) = self.chart.offer else { return };
        let (at, offer, money) =
            (self.x(amount), escape(self.words.get(ids::CHART_OFFER)), self.money(amount));
        let (anchor, away) = anchored(at, 36.0);
        let _ = writeln!(
            out,
            "<li class=\"axis\"><svg class=\"chart\" width=\"100%\" height=\"22\" aria-hidden=\"true\"><svg x=\"{at:.2}%\" y=\"0\" overflow=\"visible\"><path class=\"offer-mark\" d=\"M0 2 l-6 10 h12 z\"/><text class=\"offer-mark {anchor}\" x=\"{away}\" y=\"14\">{offer} {money}</text></svg></svg></li>"
        );
    }

    fn axis(&self, out: &mut String) {
        let all = ticks(&self.scale);
        let step = all.len().div_ceil(TICKS).max(1);
        out.push_str(
            "<li class=\"axis\"><svg class=\"chart\" width=\"100%\" height=\"20\" aria-hidden=\"true\">",
        );
        for tick in all.into_iter().step_by(step) {
            let at = self.x(tick);
            // What would leave the picture stands beside its mark.
            let anchor = if at < 10.0 {
                ""
            } else if at > 90.0 {
                " end"
            } else {
                " middle"
            };
            let _ = write!(
                out,
                "<line class=\"axis\" x1=\"{at:.2}%\" y1=\"0\" x2=\"{at:.2}%\" y2=\"5\"/><text class=\"axis{anchor}\" x=\"{at:.2}%\" y=\"18\">{}</text>",
                self.money(tick)
            );
        }
        out.push_str("</svg></li>\n");
    }

    /// What box, line and dots are.
    fn legend(&self, out: &mut String) {
        let mut keys = vec![("band", ids::CHART_MIDDLE_HALF), ("median", ids::CHART_MEDIAN)];
        if !self.chart.dots.is_empty() {
            keys.push(("dot", ids::CHART_FIGURE));
        }
        out.push_str("<ul class=\"legend\">");
        for (class, text) in keys {
            let text = escape(self.words.get(text));
            let _ = write!(out, "<li><span class=\"key {class}\" aria-hidden=\"true\"></span>{text}</li>");
        }
        out.push_str("</ul>\n");
    }
}

/// How a text beside a mark is anchored, and how far from it: towards the wider side.
fn anchored(at: f64, edge: f64) -> (&'static str, i32) {
    if at > 100.0 - edge { ("end", -10) } else { ("", 10) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::message::Messages;
    use crate::domain::text::Lang;

    #[test]
    fn rows_speak_escape_and_stay_inside() {
        let chart = Chart {
            title: String::new(),
            currency: "EUR".into(),
            bars: vec![
                Bar { label: "junior <b>".into(), quartiles: Some([22_000, 24_000, 27_000]) },
                Bar { label: "senior".into(), quartiles: None },
            ],
            offer: Some(40_000),
            dots: vec![("junior <b>".into(), 23_000)],
        };
        let words = Words { messages: &Messages::BUILTIN, lang: Lang::En };
        let drawn = html(&chart, words);
        assert!(drawn.contains("junior &lt;b&gt;") && !drawn.contains("<b>"));
        assert!(drawn.contains("€22,000 · <strong>€24,000</strong> · €27,000"));
        assert!(drawn.contains("text class=\"offer-mark end\""), "{drawn}");
        assert!(drawn.matches("<text class=\"axis").count() <= TICKS, "{drawn}");
        let places = drawn.split("%\"").filter_map(|before| before.rsplit('"').next()?.parse::<f64>().ok());
        assert!(
            places.clone().count() > 5 && places.into_iter().all(|at| (0.0..=100.0).contains(&at)),
            "{drawn}"
        );
        let unknown = Chart { bars: chart.bars[1..].to_vec(), ..chart };
        assert_eq!(html(&unknown, words), "");
    }
}
