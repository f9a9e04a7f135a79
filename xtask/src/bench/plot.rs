//! A plot as SVG: points over sizes, both axes in logarithms, and a line for what would be in
//! proportion.

use std::fmt::Write;

const WIDTH: f64 = 420.0;
const HEIGHT: f64 = 320.0;
/// The space around the points of a panel: for labels.
const MARGIN: f64 = 52.0;

/// What the upward axis counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Seconds,
    Bytes,
}

/// One plot. Sizes in bytes, and a figure of each.
pub(super) struct Panel {
    pub(super) title: &'static str,
    pub(super) unit: Unit,
    pub(super) synthetic: Vec<(f64, f64)>,
    pub(super) real: Vec<(f64, f64)>,
}

/// The panels side by side.
pub(super) fn svg(panels: &[Panel]) -> String {
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {HEIGHT}\" \
         font-family=\"sans-serif\" font-size=\"11\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n",
        WIDTH * panels.len() as f64
    );
    for (at, panel) in panels.iter().enumerate() {
        let left = WIDTH * at as f64;
        // Writing to a `String` cannot fail, here and below.
        let _ = writeln!(text, "<g transform=\"translate({left} 0)\">");
        panel.draw(&mut text);
        text.push_str("</g>\n");
    }
    text.push_str("</svg>\n");
    text
}

/// An axis from one power of ten to another.
struct Axis {
    from: i32,
    to: i32,
    start: f64,
    length: f64,
}

impl Axis {
    fn around(figures: impl Iterator<Item = f64>, start: f64, length: f64) -> Option<Self> {
        let logarithms: Vec<f64> = figures.filter(|one| *one > 0.0).map(f64::log10).collect();
        let least = logarithms.iter().copied().min_by(f64::total_cmp)?;
        let most = logarithms.iter().copied().max_by(f64::total_cmp)?;
        let (from, to) = (least.floor() as i32, most.ceil() as i32);
        Some(Self {
            from,
            to: to.max(from + 1),
            start,
            length,
        })
    }

    fn place(&self, figure: f64) -> f64 {
        let share = (figure.log10() - f64::from(self.from)) / f64::from(self.to - self.from);
        self.start + share * self.length
    }

    /// The powers of ten.
    fn marks(&self) -> impl Iterator<Item = f64> {
        (self.from..=self.to).map(|power| 10_f64.powi(power))
    }
}

impl Panel {
    fn draw(&self, text: &mut String) {
        let points = || self.synthetic.iter().chain(&self.real).copied();
        let across = Axis::around(points().map(|point| point.0), MARGIN, WIDTH - 1.5 * MARGIN);
        let upward = HEIGHT - MARGIN;
        let up = Axis::around(points().map(|point| point.1), upward, 1.5 * MARGIN - HEIGHT);
        let _ = writeln!(
            text,
            "<text x=\"{MARGIN}\" y=\"18\" font-weight=\"bold\">{}</text>",
            self.title
        );
        let (Some(across), Some(up)) = (across, up) else {
            return;
        };
        for mark in across.marks() {
            let (x, label) = (across.place(mark), bytes(mark));
            line(text, (x, upward), (x, 0.5 * MARGIN), "#ddd");
            let y = upward + 16.0;
            let _ = writeln!(
                text,
                "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"middle\">{label}</text>"
            );
        }
        for mark in up.marks() {
            let (y, label) = (up.place(mark), self.unit.label(mark));
            line(text, (MARGIN, y), (WIDTH - 0.5 * MARGIN, y), "#ddd");
            let (x, y) = (MARGIN - 5.0, y + 4.0);
            let _ = writeln!(
                text,
                "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"end\">{label}</text>"
            );
        }
        self.proportion(text, &across, &up);
        for (points, colour) in [(&self.real, "#888"), (&self.synthetic, "#c33")] {
            for (size, figure) in points {
                let (x, y) = (across.place(*size), up.place(*figure));
                let _ = writeln!(
                    text,
                    "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\" fill=\"{colour}\"/>"
                );
            }
        }
        let (x, y) = (WIDTH / 2.0, HEIGHT - 12.0);
        let _ = writeln!(
            text,
            "<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\">size of the document (red: synthetic; line: in proportion)</text>"
        );
    }

    /// The line through the largest synthetic document on which twice the size costs twice as much.
    fn proportion(&self, text: &mut String, across: &Axis, up: &Axis) {
        let largest = self.synthetic.iter().max_by(|a, b| a.0.total_cmp(&b.0));
        let smallest = self.synthetic.iter().min_by(|a, b| a.0.total_cmp(&b.0));
        if let (Some(largest), Some(smallest)) = (largest, smallest) {
            // Not below the panel.
            let floor = 10_f64.powi(up.from);
            let from = smallest.0.max(largest.0 * floor / largest.1);
            let start = (across.place(from), up.place(largest.1 * from / largest.0));
            let end = (across.place(largest.0), up.place(largest.1));
            line(text, start, end, "#36c");
        }
    }
}

impl Unit {
    fn label(self, figure: f64) -> String {
        match self {
            Self::Bytes => bytes(figure),
            Self::Seconds if figure < 0.999 => format!("{:.0} ms", figure * 1e3),
            Self::Seconds => format!("{figure:.0} s"),
        }
    }
}

fn bytes(figure: f64) -> String {
    match figure {
        ..1e3 => format!("{figure:.0} B"),
        ..1e6 => format!("{:.0} KB", figure / 1e3),
        ..1e9 => format!("{:.0} MB", figure / 1e6),
        _ => format!("{:.0} GB", figure / 1e9),
    }
}

fn line(text: &mut String, from: (f64, f64), to: (f64, f64), colour: &str) {
    let ((x1, y1), (x2, y2)) = (from, to);
    let _ = writeln!(
        text,
        "<line x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\" stroke=\"{colour}\"/>"
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_where_their_logarithms_are() {
        let axis = Axis::around([100.0, 10_000.0].into_iter(), 50.0, 200.0);
        let places = axis.map(|axis| [100.0, 1_000.0, 10_000.0].map(|one| axis.place(one)));
        assert_eq!(places, Some([50.0, 150.0, 250.0]));
    }

    #[test]
    fn nothing_to_draw_is_no_fault() {
        let empty = Panel {
            title: "nothing",
            unit: Unit::Bytes,
            synthetic: Vec::new(),
            real: Vec::new(),
        };
        assert!(svg(&[empty]).ends_with("</svg>\n"));
    }
}
