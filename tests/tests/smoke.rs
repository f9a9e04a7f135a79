#[test] fn x() { let _ = seam_api::Seam::builder(); }
