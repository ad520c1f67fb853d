/** Kinds of commune-level places: `xã Ta Ma`, `phường Trung Sơn`, `đặc khu Phú Quốc`. */
const KIND = /^(xã|phường|thị trấn|đặc khu)\s+/iu;

/** `phường` of "Phường Trung Sơn"; a bare name is a xã. */
export function kindOfCommune(commune: string): string {
  return KIND.exec(commune.normalize('NFC'))?.[1]?.toLowerCase() ?? 'xã';
}

/** `Trung Sơn` of "phường Trung Sơn". */
export function bareCommune(commune: string): string {
  return commune.normalize('NFC').replace(KIND, '');
}
