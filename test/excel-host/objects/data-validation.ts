/** Range.dataValidation: a rule over cells, replaced where a new rule covers it. */
import type { HostValidation } from '../book.ts';
import { refuse } from '../host-error.ts';
import { asRecord, type HostObject, type Target } from '../host-object.ts';
import { refuseProtected, type World } from '../world.ts';
import { touches } from './range-format.ts';

const KINDS = { list: 'List', decimal: 'Decimal', wholeNumber: 'WholeNumber', date: 'Date', custom: 'Custom' } as const;

export function dataValidation(world: World, target: Target): HostObject {
  const { validations } = target.sheet;
  const current = (): HostValidation | undefined => validations.find((it) => touches(target, it.areas));
  const put = (name: string, value: unknown): void => {
    refuseProtected(target.sheet);
    const same = validations.find((it) => it.areas === target.areas);
    if (same) same.settings.set(name, value);
    else
      validations.unshift({ areas: target.areas, settings: new Map([...(current()?.settings ?? []), [name, value]]) });
  };
  return {
    type: 'DataValidation',
    get: {
      type: () => typeOf(current()?.settings.get('rule')),
      rule: () => current()?.settings.get('rule') ?? {},
      prompt: () => current()?.settings.get('prompt') ?? { message: '', showPrompt: true, title: '' },
      errorAlert: () =>
        current()?.settings.get('errorAlert') ?? { message: '', showAlert: true, style: 'Stop', title: '' },
      ignoreBlanks: () => current()?.settings.get('ignoreBlanks') ?? true,
    },
    set: {
      rule: (value) => put('rule', checkedRule(world, asRecord(value))),
      prompt: (value) => put('prompt', asRecord(value)),
      errorAlert: (value) => put('errorAlert', asRecord(value)),
      ignoreBlanks: (value) => put('ignoreBlanks', value),
    },
    call: {
      clear: () => {
        refuseProtected(target.sheet);
        for (let at = validations.length - 1; at >= 0; at--)
          if (touches(target, validations[at]?.areas ?? [])) validations.splice(at, 1);
      },
    },
  };
}

/** Exactly one kind; a list written as text has at most 255 characters, a list in cells refers to an existing sheet. */
function checkedRule({ book }: World, rule: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (Object.keys(rule).length !== 1 || typeOf(rule) === 'None')
    refuse('InvalidArgument', 'Quy tắc nhập không hợp lệ.');
  const source = rule.list === undefined ? undefined : asRecord(rule.list).source;
  if (typeof source === 'string' && !source.startsWith('=') && source.length > 255)
    refuse('InvalidArgument', 'Danh sách dài hơn 255 ký tự.');
  const sheet = typeof source === 'string' ? /^='((?:[^']|'')+)'!/.exec(source)?.[1]?.replaceAll("''", "'") : undefined;
  if (sheet !== undefined && !book.sheets.some(({ name }) => name === sheet))
    refuse('InvalidArgument', `Danh sách ở trang “${sheet}” không có trong sổ.`);
  return rule;
}

function typeOf(rule: unknown): string {
  if (typeof rule !== 'object' || rule === null) return 'None';
  for (const [key, type] of Object.entries(KINDS)) if (key in rule) return type;
  return 'None';
}
