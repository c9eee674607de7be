import { crc32, deflateRawSync } from "node:zlib";

/** One part of an archive; `claims` is the unpacked size that the archive gives in place of the true one. */
export type Part = {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly claims?: number;
};

/** A ZIP archive of deflated parts, as the format's specification (APPNOTE 6.3) lays it out. */
export function zipOf(parts: readonly Part[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, claims } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claims ?? bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), common, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(
      Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000"), common, rest, Buffer.from(name)]),
    );
    files.push(local);
    at += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...files, entries, Buffer.from("PK\u0005\u0006"), end]);
}

const namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** A Word document of one body, written as Word writes it; `more` are further parts. */
export function docxOf(body: string, more: readonly Part[] = []): Uint8Array {
  return zipOf([
    {
      name: "_rels/.rels",
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: "word/document.xml",
      content: `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${namespace}"><w:body>${body}</w:body></w:document>`,
    },
    ...more,
  ]);
}

/** A plain paragraph of a Word document. */
export function paragraphOf(text: string): string {
  const written = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<w:p><w:r><w:t xml:space="preserve">${written}</w:t></w:r></w:p>`;
}

/** The part that holds the comments of a Word document, by their ids. */
export function commentsOf(comments: Readonly<Record<string, string>>): Part {
  const each = Object.entries(comments).map(
    ([id, text]) => `<w:comment w:id="${id}">${paragraphOf(text)}</w:comment>`,
  );
  return {
    name: "word/comments.xml",
    content: `<w:comments xmlns:w="${namespace}">${each.join("")}</w:comments>`,
  };
}
