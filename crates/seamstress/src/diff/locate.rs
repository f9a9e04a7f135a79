//! Where in their texts changes are: the pointer that the owner of the document knows, and file and
//! line, which an editor can be sent to.

use super::change::{Change, Place};
use super::model::Side;

/// Says of each place that has a pointer where it is. The lines of a document are counted once.
pub(super) fn locate(changes: &mut [Change], old: &Side<'_>, new: &Side<'_>) {
    for change in changes {
        for (place, side) in [(&mut change.old, old), (&mut change.new, new)] {
            if let Some(place) = place {
                in_text(place, side);
            }
        }
    }
}

fn in_text(place: &mut Place, side: &Side<'_>) {
    let Some(pointer) = &mut place.pointer else {
        return;
    };
    let document = &side.made.document;
    let location = document.locate(pointer);
    *pointer = document.origin(pointer);
    place.file = Some(location.file.to_string_lossy().replace('\\', "/"));
    place.line = Some(location.line).filter(|line| *line > 0);
}
