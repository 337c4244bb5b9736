/** Hands a file to the browser to save. It is never shown in this page, whatever it is. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun when the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
