/** Kinds of commune-level places: `xã Ta Ma`, `phường Trung Sơn`, `đặc khu Phú Quốc`. */
const KIND = /^(xã|phường|thị trấn|đặc khu)\s+/iu;

/** `phường` of "Phường Trung Sơn"; a bare name is a xã. */
export function kindOfCommune(commune: string): string {
  return KIND.exec(commune.normalize('NFC'))?.[1]?.toLowerCase() ?? 'xã';
}

/** `phường Trung Sơn` as it is; a bare `Ta Ma` gets its `xã`. NFC. */
export function fullCommune(commune: string): string {
  const name = commune.normalize('NFC');
  return KIND.test(name) ? name : `xã ${name}`;
}

/** `Trung Sơn` of "phường Trung Sơn". */
export function bareCommune(commune: string): string {
  return commune.normalize('NFC').replace(KIND, '');
}
