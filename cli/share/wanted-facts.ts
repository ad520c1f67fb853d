/** All this command is to add to the shared book, from its options. */

import { squashKey } from '../../core/base/text/text.ts';
import type { Fact } from '../../core/share/fact.ts';
import { BY_MISTAKE, healingOf } from '../../core/share/healing.ts';
import { ROLE_NAMES, ROLES } from '../../core/share/role.ts';
import { sharedOf } from '../../core/share/shared.ts';
import type { Device, Standing } from '../../core/share/standing.ts';
import { tidyName } from '../../core/share/tidy-name.ts';
import { captureFacts, councilFacts } from '../../session/share/facts.ts';
import { carriedFiles } from '../../session/share/sealing.ts';
import { loadCouncil } from '../run/load-council.ts';
import { loadCaptures } from '../run/load-inputs.ts';
import { refuse } from '../usage-error.ts';
import { type NewFacts, resultFacts, typedFileFacts } from './new-facts.ts';

/** The options, as typed. */
interface SyncWishes {
  readonly admit?: string | undefined;
  readonly role?: string | undefined;
  readonly name?: string | undefined;
  readonly revoke?: string | undefined;
  readonly seal?: string | undefined;
  readonly heal?: string | undefined;
  readonly reason?: string | undefined;
  readonly reports?: readonly string[] | undefined;
  readonly units?: string | undefined;
  readonly movement?: string | undefined;
  readonly council?: string | undefined;
  readonly captures?: string | undefined;
  readonly results?: readonly string[] | undefined;
}

/** Ends the command where an option cannot be meant. */
export async function wantedFacts(wishes: SyncWishes, device: string, standing: Standing): Promise<NewFacts> {
  const {
    admit,
    role,
    revoke,
    seal,
    heal,
    reason,
    reports = [],
    units,
    movement,
    council,
    captures,
    results = [],
  } = wishes;
  const known = sharedOf(standing);
  const lists = [
    typedFileFacts('report', reports, known.files),
    typedFileFacts('register', units === undefined ? [] : [units], known.files),
    typedFileFacts('movement', movement === undefined ? [] : [movement], known.files),
  ];
  const log = council === undefined ? null : await loadCouncil(council);
  return {
    facts: [
      ...(admit === undefined ? [] : [admission(admit, role, wishes.name, standing)]),
      ...(revoke === undefined ? [] : [revocation(revoke, reason, standing)]),
      ...(seal === undefined ? [] : [sealing(seal, reason, standing)]),
      ...(heal === undefined ? [] : healing(heal, reason, standing)),
      ...lists.flatMap((list) => list.facts),
      ...(log ? councilFacts(log, known) : []),
      ...resultFacts(results, device, standing),
      ...(captures === undefined ? [] : captureFacts(await loadCaptures(captures), known)),
    ],
    files: new Map(lists.flatMap((list) => [...list.files])),
    notes: [...lists.flatMap((list) => list.notes), ...(log?.notes ?? [])],
  };
}

function admission(typed: string, role: string | undefined, called: string | undefined, standing: Standing): Fact {
  const named = ROLES.find((text) => text === role || ROLE_NAMES[text] === role?.normalize('NFC'));
  // A unit hands in by a link of its own, not by a machine that sees all.
  if (!named || named === 'unit') {
    return refuse(
      'Hãy ghi --role: officer (cán bộ), appraiser (tổ giúp việc), council (thành viên Hội đồng), chair (chủ tịch), viewer (người xem), hoặc commune (xã, trong sổ của tỉnh).',
    );
  }
  const { device, name } = deviceNamed(typed, standing);
  if (named === 'commune') {
    // The overview goes by this name, not by whose machine it is.
    const commune = tidyName(called ?? '');
    if (commune === '') return refuse('Cho một xã tham gia thì ghi cả --name "Xã …": tên xã trong bảng tổng hợp.');
    return { kind: 'admission', device, role: named, name: commune };
  }
  return { kind: 'admission', device, role: named, name };
}

function revocation(typed: string, reason: string | undefined, standing: Standing): Fact {
  const text = tidyName(reason ?? '');
  if (text === '') return refuse('Thôi quyền của một máy phải kèm --reason "lý do".');
  const { device, last } = deviceNamed(typed, standing);
  return { kind: 'revocation', device, upTo: last?.content.n ?? 0, reason: text };
}

/** All that the machine wrote in both places counts again, and it may go on. */
export function healing(typed: string, reason: string | undefined, standing: Standing): readonly Fact[] {
  const { device, name, forked } = deviceNamed(typed, standing);
  if (!forked) return refuse(`Khóa của máy "${name}" không bị dùng ở hai nơi: không có gì phải nối lại.`);
  return healingOf(device, standing, tidyName(reason ?? '') || BY_MISTAKE);
}

function sealing(typed: string, reason: string | undefined, standing: Standing): Fact {
  const text = tidyName(reason ?? '');
  if (text === '') return refuse('Niêm phong một tệp phải kèm --reason "lý do".');
  const fits = carriedFiles(standing).filter(
    ({ sha256, name }) =>
      squashKey(name) === squashKey(typed) || (typed.length >= 8 && sha256.startsWith(typed.toLowerCase())),
  );
  const open = new Map(fits.flatMap((fit) => (fit.sealed === null ? [[fit.sha256, fit] as const] : [])));
  const [only] = open.values();
  if (only && open.size === 1) return { kind: 'sealing', file: only.sha256, reason: text };
  if (!only) return refuse(fits.length > 0 ? `"${typed}" đã niêm phong rồi.` : `Sổ chung không có tệp "${typed}".`);
  const all = [...open.values()].map(({ sha256, label }) => `${sha256.slice(0, 8)} (${label})`).join('; ');
  return refuse(`Không rõ tệp nào của "${typed}": ghi ít nhất 8 ký tự đầu của mã tệp. Đang có: ${all}.`);
}

function deviceNamed(typed: string, { devices }: Standing): Device {
  const fits = devices.filter(({ device }) => typed.length >= 8 && device.startsWith(typed.toLowerCase()));
  const [only] = fits;
  if (only && fits.length === 1) return only;
  const all = devices.map((device) => `${device.device.slice(0, 8)} (${device.name})`).join('; ');
  return refuse(`Không rõ máy "${typed}": ghi ít nhất 8 ký tự đầu của mã máy. Đang có: ${all}.`);
}
