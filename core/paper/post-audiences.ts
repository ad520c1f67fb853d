/**
 * Which competing groups a post of the plan is made of: `Các đơn vị trường học trên địa bàn` → the schools. Every part
 * of the post has to be such a group; otherwise (`các đơn vị`, `công chức chuyên môn`) the whole commune is meant.
 */
import { unitAudiences } from '../judge/run/unit-list.ts';
import type { Audience, Movement } from '../movement/movement.ts';
import { matchUnit, unitInside } from '../report/match-unit.ts';
import { type Register, unitNamed } from '../report/register.ts';
import { audienceNamed } from '../report/register-audience.ts';

/** Kinds of audience in the order of the movement; empty = the whole commune. */
export function audiencesOfPost(post: string, movement: Movement): readonly string[] {
  const groups = groupsOf(movement);
  const isUnit = unitAudiences(movement);
  const units = movement.audiences.filter(({ kind }) => isUnit(kind));
  const kindOf = (part: string) =>
    (matchUnit(part, groups) ?? unitInside(part, groups))?.audience ?? audienceNamed(part, units);
  const kinds = partsOf(post).map(kindOf);
  return kinds.includes(undefined)
    ? []
    : movement.audiences.map(({ kind }) => kind).filter((kind) => kinds.includes(kind));
}

const GROUPS = new WeakMap<Movement, Register>();

/** The groups as a register, so that their names are known by every abbreviation by which a unit is known. */
function groupsOf(movement: Movement): Register {
  const known = GROUPS.get(movement);
  if (known) return known;
  const isUnit = unitAudiences(movement);
  const groups = movement.audiences.filter(({ kind }) => isUnit(kind)).map(groupOf);
  GROUPS.set(movement, groups);
  return groups;
}

function groupOf({ kind, name, members }: Audience): Register[number] {
  const names = [name, ...members].flatMap((text) => [text, ...partsOf(text)]);
  return { ...unitNamed(name, kind), otherNames: [...new Set(names)] };
}

/** `Các cơ quan, ban, ngành` → `cơ quan`, `ban`, `ngành`. */
function partsOf(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .split(/[,;/()]|\svà\s/u)
    .map((part) => part.trim().replace(/^(?:các|những|mỗi)\s/iu, ''))
    .filter((part) => part !== '');
}
