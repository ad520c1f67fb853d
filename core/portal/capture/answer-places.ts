/**
 * Keys of an answer's rows that name the place above them: the province, the commune, the parent. Where all rows name
 * one that neither the request nor the answer itself knows, the rows may be of elsewhere.
 */
import { requestBody } from './request-body.ts';

type Json = Readonly<Record<string, unknown>>;

const PLACE_KEY =
  /^(?:p_?)?(?:ma|id)_?(?:tinh|xa|phuong|huyen|dv_?cha|cha)$|(?:tinh|xa|phuong|huyen|dia_?ban|don_?vi_?cha|province|commune|district|ward|parent|root(?:department|agency)?|region|tenant|org(?:anization)?)_?(?:id|code|ma|uuid|key)$/i;

/** Key and value of each such place. `request` = body of the request, null where none was heard. */
export function placesAside(rows: readonly Json[], wholes: readonly Json[], request: string | null): readonly Json[] {
  const known = new Set([...textsIn(requestBody(request ?? '')), ...wholes.flatMap(textsIn)]);
  const keys = new Set(rows.flatMap((row) => Object.keys(row).filter((key) => PLACE_KEY.test(key))));
  return [...keys].flatMap((key) => {
    const values = new Set(rows.flatMap((row) => textOf(row[key]) ?? []));
    const [value = ''] = values;
    if (values.size !== 1 || known.has(value)) return [];
    // A row's own id, or the first part of its code: `H44` of `H44.100`.
    const isOwn = rows.every((row) =>
      Object.entries(row).some(
        ([name, each]) => name !== key && (textOf(each) === value || textOf(each)?.startsWith(`${value}.`) === true),
      ),
    );
    return isOwn ? [] : [{ [key]: value }];
  });
}

function textOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return /^(?:0|-1|null)?$/.test(text) ? undefined : text.toLowerCase();
}

function textsIn(value: unknown): readonly string[] {
  return Object.values(value ?? {}).flatMap((each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each) ? textsIn(each) : (textOf(each) ?? []),
  );
}
