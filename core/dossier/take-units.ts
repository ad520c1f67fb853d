/**
 * Brings units of the old communes into the register of the new commune. Each unit keeps its awards and can still be
 * found by its old name with its old commune; two units with the same name stay two until the officer says whether they
 * are the same.
 */

import { squashKey } from '../base/text/text.ts';
import type { Audience } from '../movement/movement.ts';
import type { Register, RegisterUnit } from '../report/register.ts';

export interface OldCommune {
  readonly commune: string;
  readonly units: Register;
}

interface TakenUnits {
  readonly units: Register;
  /** Questions to the officer, as Vietnamese sentences. */
  readonly questions: readonly string[];
}

/** The same units in a new year: registration, days and counts of reports are of the year gone by; awards stay. */
export function ofNewYear(units: Register): Register {
  return units.map(({ reportsAsked: _, reportsInTime: __, registeredOn: ___, planReceived: ____, ...unit }) => ({
    ...unit,
    registered: false,
    received: null,
  }));
}

/** Notes on the registrations; [] = no unit was registered. */
export function registrationQuestions(units: Register): readonly string[] {
  return units.some(({ registered }) => registered)
    ? [
        'Cột “Đăng ký” ở trang “Đơn vị” đã ghi lại thành “Không” vì đăng ký là của năm cũ: ghi “Có” khi đơn vị đăng ký thi đua năm mới.',
      ]
    : [];
}

/** In the order of the communes. */
export function takeUnits(communes: readonly OldCommune[], audiences: readonly Audience[]): TakenUnits {
  const kinds = new Set(audiences.map(({ kind }) => kind));
  const all = communes.flatMap(({ commune, units }) => units.map((unit) => ({ commune, unit })));
  const taken = all.filter(({ unit }) => kinds.has(unit.audience));
  const sharing = new Map<string, { readonly commune: string; readonly unit: RegisterUnit }[]>();
  for (const item of taken) {
    const key = keyOf(item.unit);
    sharing.set(key, [...(sharing.get(key) ?? []), item]);
  }
  const several = [...sharing.values()].filter((list) => list.length > 1);
  const left = all.filter(({ unit }) => !kinds.has(unit.audience));
  return {
    units: ofNewYear(
      taken.map(({ commune, unit }) => asKnownNow(unit, commune, (sharing.get(keyOf(unit)) ?? []).length > 1)),
    ),
    questions: [
      ...registrationQuestions(taken.map(({ unit }) => unit)),
      ...several.map((list) => {
        const [first] = list;
        const where = list.map(({ commune }) => commune).join(', ');
        return `“${first?.unit.name}” có ở ${where}: tạm ghi riêng từng đơn vị kèm tên xã cũ. Đặt tên mới ở trang “Đơn vị”; nếu nay là một thì giữ một dòng và ghi tên kia vào cột “Tên gọi khác”.`;
      }),
      ...(left.length > 0
        ? [
            `Chưa lấy ${left.length} đơn vị vì phong trào không có đối tượng của họ: ${left.map(({ unit, commune }) => `${unit.name} (${commune})`).join('; ')}.`,
          ]
        : []),
    ],
  };
}

function keyOf({ name, audience }: RegisterUnit): string {
  return JSON.stringify([squashKey(name), audience]);
}

function asKnownNow(unit: RegisterUnit, commune: string, isShared: boolean): RegisterUnit {
  const full = `${unit.name} ${commune}`;
  return {
    ...unit,
    name: isShared ? `${unit.name} (${commune})` : unit.name,
    // Its other names may be another unit's now: each goes with its commune.
    otherNames: [...new Set([full, ...unit.otherNames.map((name) => `${name} ${commune}`)])],
  };
}
