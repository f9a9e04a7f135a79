//! JSON of strings, booleans and numbers.

use super::{Json, ReadError, Reader, Writer};

impl Json for String {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        *self = reader.string()?.into_owned();
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        writer.string(self);
    }
}

impl Json for Box<str> {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        *self = reader.string()?.into();
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        writer.string(self);
    }
}

impl Json for bool {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        *self = reader.boolean()?;
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        writer.boolean(*self);
    }
}

impl Json for i32 {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        *self = reader.integer("an integer of 32 bits")?;
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        writer.integer((*self).into());
    }
}

impl Json for i64 {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        *self = reader.integer("an integer of 64 bits")?;
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        writer.integer(*self);
    }
}

impl Json for u32 {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        *self = reader.integer("an unsigned integer of 32 bits")?;
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        writer.unsigned((*self).into());
    }
}

impl Json for u64 {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        *self = reader.integer("an unsigned integer of 64 bits")?;
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        writer.unsigned(*self);
    }
}

/// Of what fits 128 bits, nothing is lost.
impl Json for i128 {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        *self = reader.integer("an integer of 128 bits")?;
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        writer.raw(&self.to_string());
    }
}

impl Json for f64 {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        *self = reader.float()?;
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        writer.float(*self);
    }
}

/// For answers of which nothing is wanted: reads anything, and writes `null`.
impl Json for () {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        reader.skip().map(|_| ())
    }

    fn write(&self, writer: &mut Writer) {
        writer.null();
    }
}
