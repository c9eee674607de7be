/** A file and its path from the folder that it was dropped with. */
export type Dropped = { readonly name: string; readonly file: File };

/** Folders are opened this deep at most; the server keeps no deeper path either. */
const deepest = 12;

/** All files of what was dropped, folders opened. Must be called while the drop is handled. */
export async function droppedFiles(transfer: DataTransfer): Promise<Dropped[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return [...transfer.files].map((file) => ({ name: file.name, file }));
  const found: Dropped[] = [];
  for (const entry of entries) await open(entry, found, 0);
  return found;
}

/** Files of a chooser: those of a folder know their path in it. */
export function chosenFiles(files: FileList | null): Dropped[] {
  return [...(files ?? [])]
    .map((file) => ({ name: file.webkitRelativePath || file.name, file }))
    .filter(({ name }) => !isHidden(name));
}

async function open(entry: FileSystemEntry, found: Dropped[], depth: number): Promise<void> {
  if (isHidden(entry.name)) return;
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    found.push({ name: entry.fullPath.replace(/^\//, ""), file });
    return;
  }
  if (!isFolder(entry) || depth === deepest) return;
  const reader = entry.createReader();
  for (;;) {
    // A browser gives a folder's entries a hundred at a time.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return;
    for (const one of some) await open(one, found, depth + 1);
  }
}

/** What a system keeps beside the files, and what Parallax keeps: never a document. */
function isHidden(name: string): boolean {
  return name.split("/").some((part) => part.startsWith("."));
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
