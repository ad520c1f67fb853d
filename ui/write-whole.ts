/** What is written shows when it is closed: whole or not at all. */
export async function writeWhole(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<void> {
  const stream = await handle.createWritable();
  await stream.write(new Uint8Array(bytes));
  await stream.close();
}
