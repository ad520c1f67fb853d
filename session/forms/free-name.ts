/** The unit's name without what no file system takes; a number behind it when it is taken. */
export function freeName(unit: string, taken: Set<string>): string {
  const plain = unit
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80)
    .trimEnd();
  const base = /^(?:con|prn|aux|nul|com\d|lpt\d)?(?:\..*)?$/i.test(plain) ? `Đơn vị ${plain}`.trim() : plain;
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base} (${number})`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
