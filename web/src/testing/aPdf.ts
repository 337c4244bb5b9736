interface Options {
  /** Opens by a password that nobody knows. */
  locked?: boolean;
}

/** A fax of 64 white lines, which the page shows inverted, as a black square. */
const SCAN =
  'q 400 0 0 400 72 300 cm BI /W 64 /H 64 /BPC 1 /CS /G /D [1 0] /F [/AHx /CCF] ' +
  `/DP [null << /K -1 /Columns 64 /Rows 64 >>] ID ${'ff'.repeat(8)}001001> EI Q`;

/** A real PDF: each text is a page, and `null` a scanned one without words. */
export function aPdf(pages: readonly (string | null)[], { locked = false }: Options = {}): string {
  const pageAt = (index: number) => 4 + 2 * index;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${pageAt(index)} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((text, index) => {
      const drawing = text === null ? SCAN : `BT /F1 28 Tf 72 720 Td (${text}) Tj ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${pageAt(index) + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const key = `<${'5a'.repeat(32)}>`;
  const lock = locked ? ` /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${key} /U ${key} >>` : '';
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return (
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}` +
    `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${lock} >>\nstartxref\n${file.length}\n%%EOF\n`
  );
}
