//! Pictures of bands: a bar of text for terminals and Markdown, an SVG for pages. Both are readable without colour.

use std::fmt::Write as _;

use crate::domain::locale;
use crate::domain::message::{Words, ids, said};
use crate::domain::rounding::to_float;

/// One band to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it is the band of.
    pub label: String,
    /// p25, p50, p75; none where the evidence is insufficient.
    pub quartiles: Option<[u64; 3]>,
}

/// What a picture shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chart {
    /// Title, also read out by screen readers.
    pub title: String,
    /// ISO 4217 currency.
    pub currency: String,
    /// The bands, from top to bottom.
    pub bars: Vec<Bar>,
    /// An offer to mark.
    pub offer: Option<u64>,
    /// Adjusted figures behind the band with this label: each a dot.
    pub dots: Vec<(String, u64)>,
}

/// Most columns of a text bar, without its label and numbers.
const COLUMNS: usize = 40;
/// Fewest: what is narrower shows nothing.
const FEWEST: usize = 12;
/// Columns of a line of the text picture: it fits a terminal of 80.
const LINE: usize = 78;

/// From amounts to places: the width of a picture, with a margin on both sides.
pub(super) struct Scale {
    low: f64,
    high: f64,
}

impl Scale {
    /// The scale that holds everything of a chart, its dots where they are drawn; none where there is nothing to draw.
    pub(super) fn of(chart: &Chart, dots: bool) -> Option<Self> {
        let ends = chart.bars.iter().filter_map(|bar| bar.quartiles).flatten().chain(chart.offer);
        let dots = chart.dots.iter().filter(|_| dots).map(|(_, amount)| *amount);
        let amounts: Vec<u64> = ends.chain(dots).collect();
        let (low, high) = (*amounts.iter().min()?, *amounts.iter().max()?);
        let (low, high) = (to_float(low), to_float(high));
        // A lone amount stands in the middle.
        let margin = ((high - low) * 0.04).max(high * 0.01).max(1.0);
        Some(Self { low: low - margin, high: high + margin })
    }

    /// Where an amount stands in so much width.
    pub(super) fn place(&self, amount: u64, width: f64) -> f64 {
        (to_float(amount) - self.low) / (self.high - self.low) * width
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a column of the bar")]
fn column(scale: &Scale, amount: u64, columns: usize) -> usize {
    (scale.place(amount, to_float(columns as u64 - 1)).round().max(0.0) as usize).min(columns - 1)
}

/// The bands as text, one line each: `├` p25, `┼` p50, `┤` p75, `▲` the offer.
#[must_use]
pub fn text(chart: &Chart, words: Words<'_>) -> String {
    let (offer, none, lang) = (words.get(ids::CHART_OFFER), words.get(ids::CHART_NONE), words.lang);
    let Some(scale) = Scale::of(chart, false) else {
        return String::new();
    };
    let width = |text: &str| unicode_width::UnicodeWidthStr::width(text);
    let labels = chart.bars.iter().map(|bar| width(&bar.label)).chain([width(offer)]).max().unwrap_or(0);
    let pad = |text: &str| format!("{text}{}", " ".repeat(labels.saturating_sub(width(text)) + 2));
    let numbers = |quartiles: [u64; 3]| {
        let [p25, p50, p75] = quartiles.map(|amount| locale::number(amount.into(), lang));
        format!("{p25} · {p50} · {p75}")
    };
    let longest = chart.bars.iter().filter_map(|bar| bar.quartiles).map(|all| width(&numbers(all))).max();
    let columns = LINE.saturating_sub(labels + 4 + longest.unwrap_or(0)).clamp(FEWEST, COLUMNS);
    let mut out = String::new();
    for bar in &chart.bars {
        let Some([p25, p50, p75]) = bar.quartiles else {
            let _ = writeln!(out, "{}{none}", pad(&bar.label));
            continue;
        };
        let [low, middle, high] = [p25, p50, p75].map(|amount| column(&scale, amount, columns));
        let mut line = vec![' '; columns];
        line[low..=high].fill('─');
        (line[low], line[high]) = ('├', '┤');
        line[middle] = '┼';
        let line: String = line.into_iter().collect();
        let _ = writeln!(out, "{}{line}  {}", pad(&bar.label), numbers([p25, p50, p75]));
    }
    if let Some(amount) = chart.offer {
        let mut line = vec![' '; columns];
        line[column(&scale, amount, columns)] = '▲';
        let line: String = line.into_iter().collect();
        let _ = writeln!(out, "{}{line}  {}", pad(offer), locale::number(amount.into(), lang));
    }
    let legend = words.get(ids::CHART_LEGEND);
    let _ = writeln!(out, "{}{legend}", pad(""));
    out
}

/// A text that can stand in HTML and SVG.
pub(super) fn escape(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).fold(String::new(), |mut out, c| {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
        out
    })
}

/// Marks on the axis: four to seven round amounts.
pub(super) fn ticks(scale: &Scale) -> Vec<u64> {
    let raw = (scale.high - scale.low) / 5.0;
    let magnitude = 10_f64.powf(raw.log10().floor());
    let step =
        [1.0, 2.0, 2.5, 5.0, 10.0].map(|times| times * magnitude).into_iter().find(|step| *step >= raw);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "amounts of pay")]
    let step = step.unwrap_or(raw).round().max(1.0) as u64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "amounts of pay")]
    let (low, high) = (scale.low.max(0.0).ceil() as u64, scale.high.floor() as u64);
    (low.div_ceil(step)..=high / step).map(|at| at * step).collect()
}

/// Where things stand in the picture, in its units.
const WIDTH: f64 = 720.0;
const LEFT: f64 = 150.0;
const RIGHT: f64 = 30.0;
const ROW: f64 = 46.0;
const TOP: f64 = 46.0;

/// An SVG under construction.
struct Svg<'a> {
    chart: &'a Chart,
    words: Words<'a>,
    scale: Scale,
    out: String,
}

/// The bands as an SVG: a box from p25 to p75 with a line at p50, dots for the figures, a triangle for the offer; with
/// title and description, and without colour that carries meaning.
#[must_use]
pub fn svg(chart: &Chart, words: Words<'_>) -> String {
    let (none, lang) = (words.get(ids::CHART_NONE), words.lang);
    let bottom = TOP + ROW * to_float(chart.bars.len() as u64);
    let extra =
        if chart.offer.is_some() { 30.0 } else { 0.0 } + if chart.dots.is_empty() { 0.0 } else { 22.0 };
    let height = bottom + 34.0 + extra;
    let title = escape(&chart.title);
    let head = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"band-title band-desc\" lang=\"{lang}\" font-family=\"system-ui, sans-serif\" font-size=\"13\" fill=\"currentColor\">\n<title id=\"band-title\">{title}</title>\n<desc id=\"band-desc\">{}.</desc>\n<text x=\"0\" y=\"18\" font-size=\"15\" font-weight=\"600\">{title}</text>\n",
        escape(&spoken(chart, words)),
    );
    let Some(scale) = Scale::of(chart, true) else {
        return format!("{head}<text x=\"0\" y=\"{TOP}\">{}</text>\n</svg>\n", escape(none));
    };
    let mut svg = Svg { chart, words, scale, out: head };
    svg.axis(bottom);
    for (at, bar) in chart.bars.iter().enumerate() {
        svg.bar(bar, TOP + ROW * to_float(at as u64));
    }
    svg.marks(bottom + 40.0);
    svg.out + "</svg>\n"
}

/// What a screen reader says.
pub(super) fn spoken(chart: &Chart, words: Words<'_>) -> String {
    let money = |amount: u64| locale::money(amount.into(), &chart.currency, words.lang);
    let bars = chart.bars.iter().map(|bar| match bar.quartiles {
        None => {
            let none = words.get(ids::CHART_NONE);
            words.say(said!(CHART_SPOKEN_NONE, label = &bar.label, none = none))
        }
        Some(quartiles) => {
            let [p25, p50, p75] = quartiles.map(money);
            words.say(said!(CHART_SPOKEN, label = &bar.label, p25 = p25, p50 = p50, p75 = p75))
        }
    });
    let marked = chart.offer.map(|amount| {
        words.say(said!(CHART_SPOKEN_OFFER, offer = words.get(ids::CHART_OFFER), amount = money(amount)))
    });
    bars.chain(marked).collect::<Vec<_>>().join(". ")
}

impl Svg<'_> {
    fn x(&self, amount: u64) -> f64 {
        LEFT + self.scale.place(amount, WIDTH - LEFT - RIGHT)
    }

    fn money(&self, amount: u64) -> String {
        escape(&locale::money(amount.into(), &self.chart.currency, self.words.lang))
    }

    fn number(&self, amount: u64) -> String {
        escape(&locale::number(amount.into(), self.words.lang))
    }

    fn axis(&mut self, bottom: f64) {
        for tick in ticks(&self.scale) {
            let (at, number) = (self.x(tick), self.number(tick));
            let _ = writeln!(
                self.out,
                "<line x1=\"{at:.1}\" y1=\"{:.1}\" x2=\"{at:.1}\" y2=\"{bottom:.1}\" stroke=\"currentColor\" stroke-opacity=\"0.15\"/>\n<text x=\"{at:.1}\" y=\"{:.1}\" text-anchor=\"middle\" font-size=\"11\">{number}</text>",
                TOP - 10.0,
                bottom + 16.0,
            );
        }
    }

    fn bar(&mut self, bar: &Bar, y: f64) {
        let middle = y + 12.0;
        let _ = writeln!(self.out, "<text x=\"0\" y=\"{:.1}\">{}</text>", middle + 4.0, escape(&bar.label));
        let Some(quartiles) = bar.quartiles else {
            let none = escape(self.words.get(ids::CHART_NONE));
            let _ = writeln!(
                self.out,
                "<text x=\"{LEFT}\" y=\"{:.1}\" font-style=\"italic\">{none}</text>",
                middle + 4.0
            );
            return;
        };
        let [p25, p50, p75] = quartiles.map(|amount| self.x(amount));
        let title = quartiles.map(|amount| self.money(amount)).join(" · ");
        let _ = writeln!(
            self.out,
            "<g><title>{title}</title><rect x=\"{p25:.1}\" y=\"{y:.1}\" width=\"{:.1}\" height=\"24\" rx=\"3\" fill=\"currentColor\" fill-opacity=\"0.14\" stroke=\"currentColor\"/><line x1=\"{p50:.1}\" y1=\"{y:.1}\" x2=\"{p50:.1}\" y2=\"{:.1}\" stroke=\"currentColor\" stroke-width=\"3\"/></g>",
            (p75 - p25).max(1.0),
            y + 24.0,
        );
        // The three numbers stand under their marks; where they would run into each other, only the median stays.
        let apart = (p50 - p25).min(p75 - p50) > 46.0;
        for (at, (amount, place)) in quartiles.into_iter().zip([p25, p50, p75]).enumerate() {
            if apart || at == 1 {
                let number = self.number(amount);
                let _ = writeln!(
                    self.out,
                    "<text x=\"{place:.1}\" y=\"{:.1}\" text-anchor=\"middle\" font-size=\"11\">{number}</text>",
                    y + 36.0,
                );
            }
        }
        let dots: Vec<u64> = self
            .chart
            .dots
            .iter()
            .filter(|(label, _)| *label == bar.label)
            .map(|(_, amount)| *amount)
            .collect();
        for amount in dots {
            let (at, money) = (self.x(amount), self.money(amount));
            let _ = writeln!(
                self.out,
                "<circle cx=\"{at:.1}\" cy=\"{middle:.1}\" r=\"3.5\" fill=\"none\" stroke=\"currentColor\"><title>{money}</title></circle>",
            );
        }
    }

    /// The offer, and what the dots are.
    fn marks(&mut self, mut line: f64) {
        let (offer, dot) = (self.words.get(ids::CHART_OFFER), self.words.get(ids::CHART_FIGURE));
        if let Some(amount) = self.chart.offer {
            let (at, money) = (self.x(amount), self.money(amount));
            let (anchor, away) = if at > WIDTH - 160.0 { ("end", -10.0) } else { ("start", 10.0) };
            let _ = writeln!(
                self.out,
                "<line x1=\"{at:.1}\" y1=\"{:.1}\" x2=\"{at:.1}\" y2=\"{:.1}\" stroke=\"currentColor\" stroke-dasharray=\"4 3\"/>\n<path d=\"M {at:.1} {:.1} l -7 12 h 14 z\"/>\n<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"{anchor}\" font-weight=\"600\">{offer} {money}</text>",
                TOP - 10.0,
                line - 14.0,
                line - 14.0,
                at + away,
                line - 2.0,
            );
            line += 26.0;
        }
        if !self.chart.dots.is_empty() {
            let _ = writeln!(
                self.out,
                "<circle cx=\"6\" cy=\"{:.1}\" r=\"3.5\" fill=\"none\" stroke=\"currentColor\"/><text x=\"16\" y=\"{:.1}\" font-size=\"11\">{dot}</text>",
                line - 8.0,
                line - 4.0,
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::message::Messages;
    use crate::domain::text::Lang;

    fn words(lang: Lang) -> Words<'static> {
        Words { messages: &Messages::BUILTIN, lang }
    }

    fn chart() -> Chart {
        Chart {
            title: "Pay <b>".into(),
            currency: "EUR".into(),
            bars: vec![
                Bar { label: "junior".into(), quartiles: Some([22_000, 24_000, 27_000]) },
                Bar { label: "senior".into(), quartiles: None },
            ],
            offer: Some(25_000),
            dots: vec![("junior".into(), 23_000)],
        }
    }

    #[test]
    fn a_text_bar_marks_quartiles_and_offer() {
        let drawn = text(&chart(), words(Lang::En));
        let lines: Vec<&str> = drawn.lines().collect();
        assert_eq!(lines.len(), 4);
        let place = |line: &str, mark: char| line.chars().position(|c| c == mark).unwrap();
        assert!(place(lines[0], '├') < place(lines[0], '┼') && place(lines[0], '┼') < place(lines[0], '┤'));
        assert!(place(lines[2], '▲') > place(lines[0], '┼') && place(lines[2], '▲') < place(lines[0], '┤'));
        assert!(lines[1].contains("too few sources"));
        assert!(lines.iter().all(|line| line.chars().count() <= 100));
    }

    #[test]
    fn an_svg_speaks_and_escapes() {
        let drawn = svg(&chart(), words(Lang::Fr));
        assert!(drawn.starts_with("<svg ") && drawn.ends_with("</svg>\n"));
        assert!(drawn.contains("<title id=\"band-title\">Pay &lt;b&gt;</title>"));
        assert!(drawn.contains("junior\u{a0}: p25 22\u{202f}000\u{a0}€, p50"));
        assert!(!drawn.contains("<b>"));
        assert!(svg(&Chart::default(), words(Lang::En)).contains("too few sources"));
    }
}
