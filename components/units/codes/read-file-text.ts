const MAX_BYTES = 64 * 1_024;

/** The text of a file that a spreadsheet wrote: UTF-8, UTF-16 with its mark, else the code page of Western Europe. `problem`: why there is none. */
export async function readFileText(file: Blob): Promise<{ readonly text: string; readonly problem: string | null }> {
  if (file.size > MAX_BYTES) return { text: '', problem: 'The file is larger than 64 KB. Choose one that holds the codes only.' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), problem: null };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), problem: null };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), problem: null };
  }
}
