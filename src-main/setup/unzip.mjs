// Reads single files out of a zip archive. Enough for the one archive that fallback-electron.mjs takes apart; no zip64.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32, inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER_BYTES = 30;

/** Calls `visit(entry, read)` for each entry `{name, mode}` in the archive's order; `read()` returns the entry's bytes. */
export function visitZip(file, visit) {
  const fd = openSync(file, 'r');
  try {
    for (const entry of readDirectory(fd)) visit(entry, () => readEntry(fd, entry));
  } finally {
    closeSync(fd);
  }
}

function readAt(fd, position, bytes) {
  const buffer = Buffer.allocUnsafe(bytes);
  for (let done = 0; done < bytes;) {
    const read = readSync(fd, buffer, done, bytes - done, position + done);
    if (read === 0) throw new Error('the zip archive ends too early');
    done += read;
  }
  return buffer;
}

function readDirectory(fd) {
  const { size } = fstatSync(fd);
  const tail = readAt(fd, Math.max(0, size - 65_557), Math.min(size, 65_557));
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
  if (end < 0) throw new Error('not a zip archive');
  const count = tail.readUInt16LE(end + 10);
  const directory = readAt(fd, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries = [];
  for (let at = 0, left = count; left > 0; left--) {
    if (directory.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('the zip directory is damaged');
    const nameBytes = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameBytes),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packedBytes: directory.readUInt32LE(at + 20),
      position: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

function readEntry(fd, { name, method, crc, packedBytes, position }) {
  const header = readAt(fd, position, LOCAL_HEADER_BYTES);
  const start = position + LOCAL_HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = readAt(fd, start, packedBytes);
  if (method !== 0 && method !== 8) throw new Error(`${name}: unknown compression ${method}`);
  const content = method === 0 ? packed : inflateRawSync(packed);
  if (crc32(content) !== crc) throw new Error(`${name}: wrong checksum`);
  return content;
}
