/**
 * The links with which units hand in: which units have a link, which have handed in; links are made, renewed and ended
 * here.
 */

import { Button } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import { dayText } from '../../../core/base/period/day.ts';
import { hanoiTime } from '../../../core/base/period/hanoi-time.ts';
import { periodName } from '../../../core/base/period/period.ts';
import { done, type Result } from '../../../core/base/result.ts';
import { squashKey } from '../../../core/base/text/text.ts';
import type { HandedIn } from '../../../core/share/links.ts';
import type { Standing } from '../../../core/share/standing.ts';
import { tidyName } from '../../../core/share/tidy-name.ts';
import { formatDate, readDate } from '../../../core/sheet/grid/date.ts';
import type { SyncRequest } from '../../../session/pane/sync-book.ts';
import type { UnitsToLink } from '../../../session/share/book-to-send.ts';
import { linkEnds, newLinks, type UnitLink, unitLinks } from '../../../session/share/unit-links.ts';
import { Icon } from '../../icons.tsx';
import { later } from '../../later.tsx';
import {
  type BrowserLink,
  changeLinks,
  newStoredLinks,
  standingLinks,
  storedLinks,
  toShow,
} from '../../share/stored-links.ts';
import { TextField } from '../../text-field.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { OwnLinks } from './own-links.tsx';

const NoticeSection = later(async () => (await import('./notice-section.tsx')).NoticeSection);

interface LinksSectionProps {
  /** Of the server the book is on: there the page to hand in on is. */
  readonly origin: string;
  readonly space: string;
  /** The server has all the book holds here. */
  readonly arrived: boolean;
  readonly standing: Standing;
  readonly handedIn: readonly HandedIn[];
  readonly sync: (wanted: Partial<SyncRequest>) => Promise<boolean>;
}

export function LinksSection(props: LinksSectionProps) {
  const { origin, space, arrived, standing, handedIn, sync } = props;
  const styles = usePaneStyles();
  const { state } = usePane();
  const [isOpen, setOpen] = useState(false);
  const [until, setUntil] = useState('');
  const [missing, setMissing] = useState('');
  const asked = useUnitsToLink(isOpen, (due) => setUntil((typed) => typed || formatDate(due)));
  const { kept, change } = useKeptLinks(space, arrived, standing);
  const give = async ({ movement, period, units }: UnitsToLink, again: boolean) => {
    const day = readDate(until.trim());
    if (day === null) return setMissing('Hãy ghi ngày cuối cùng còn nhận, dạng ngày/tháng/năm.');
    setMissing('');
    await sync({
      say: async (now) => {
        const made = await newLinks({ movement, period, units, until: day, again }, now, hanoiTime(new Date()));
        if (!made.ok) return made;
        // Stored before anything is sent, so that no link is on its way without a copy here.
        const about = { movement, period, origin, until: `hết ngày ${dayText(day)}` };
        const add = (all: readonly BrowserLink[]) => [...all, ...newStoredLinks(made.value.links, about)];
        await change(add);
        return made;
      },
    });
  };
  const end = ({ period }: UnitsToLink, unit: string, reason: string) =>
    sync({
      say: async (now) => {
        const ended = linkEnds([unit], period, reason, now);
        return ended.ok ? done({ facts: ended.value, files: new Map() }) : ended;
      },
    });

  const forget = (secrets: ReadonlySet<string>) => {
    const others = (all: readonly BrowserLink[]) => all.filter(({ secret }) => !secrets.has(secret));
    void change(others);
  };
  const open = standingLinks(kept, standing, false);
  const onTheWay = open.filter((item) => !item.arrived).length;
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Liên kết nộp báo cáo cho đơn vị</summary>
      <div className={styles.section}>
        {isOpen && asked === null ? <p className={styles.quiet}>Đang mở…</p> : null}
        {asked?.ok === false ? <p role="alert">{asked.refusal.message}</p> : null}
        {asked?.ok ? (
          <Links
            {...{ about: asked.value, all: unitLinks(asked.value, standing, handedIn), until, missing }}
            busy={state.work !== null}
            onUntil={setUntil}
            onGive={(again, units) => void give({ ...asked.value, units }, again)}
            onEnd={(unit, reason) => void end(asked.value, unit, reason)}
          />
        ) : null}
        {onTheWay > 0 ? (
          <p className={styles.note}>
            <Icon name="warning" />
            {`${onTheWay} liên kết chưa lên được máy chủ: bấm Đồng bộ khi có mạng, rồi mới gửi cho đơn vị.`}
          </p>
        ) : null}
        {toShow(open).map(({ links, about }) => (
          <OwnLinks
            key={links.map(({ secret }) => secret).join()}
            {...{ links, about }}
            onForget={() => forget(new Set(links.map(({ secret }) => secret)))}
          />
        ))}
        {isOpen && standing.links.size > 0 ? <NoticeSection {...{ standing, sync }} /> : null}
      </div>
    </details>
  );
}

/** Who can have a link, and until when; null until asked. `onDue` hears the last day of the plan. */
function useUnitsToLink(isOpen: boolean, onDue: (due: string) => void): Result<UnitsToLink> | null {
  const { state, session } = usePane();
  const [asked, setAsked] = useState<Result<UnitsToLink> | null>(null);
  const { workspace } = state;
  // The list and the period come from the present workbook.
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when the workspace changed
  useEffect(() => {
    if (!isOpen) return;
    let shown = true;
    void session.unitsToLink().then((answer) => {
      if (!shown) return;
      setAsked(answer);
      if (answer.ok && answer.value.due !== null) onDue(answer.value.due);
    });
    return () => {
      shown = false;
    };
  }, [isOpen, session, workspace]);
  return asked;
}

/** The links this browser gave: the server keeps no secret of them. */
function useKeptLinks(space: string, arrived: boolean, standing: Standing) {
  const [kept, setKept] = useState<readonly BrowserLink[]>([]);
  const change = useCallback(
    (to: (all: readonly BrowserLink[]) => readonly BrowserLink[]) => {
      setKept(to);
      return changeLinks(space, to);
    },
    [space],
  );
  useEffect(() => {
    void storedLinks(space).then((before) => setKept((now) => [...before, ...now]));
  }, [space]);
  // Marks links that the server has, so that they can be passed on; drops links that ended.
  useEffect(() => {
    if (!arrived) return;
    void change((all) => standingLinks(all, standing, true));
  }, [arrived, change, standing]);
  return { kept, change };
}

interface LinksProps {
  readonly about: UnitsToLink;
  readonly all: readonly UnitLink[];
  readonly until: string;
  readonly missing: string;
  readonly busy: boolean;
  readonly onUntil: (typed: string) => void;
  readonly onGive: (again: boolean, units: UnitsToLink['units']) => void;
  readonly onEnd: (unit: string, reason: string) => void;
}

function Links({ about, all, until, missing, busy, onUntil, onGive, onEnd }: LinksProps) {
  const styles = usePaneStyles();
  const waiting = all.filter(({ state }) => state === 'none' || state === 'ended' || state === 'expired');
  const came = all.filter(({ handedIn }) => handedIn !== null).length;
  const isNamed = (unit: string) => (item: UnitsToLink['units'][number]) => squashKey(item.name) === squashKey(unit);
  return (
    <>
      <p className={styles.quiet}>
        {`Mỗi đơn vị một liên kết kèm mã QR, mở trên điện thoại hay máy tính để điền hoặc gửi tệp báo cáo ${periodName(about.period)}. Đã nộp ${came}/${all.length} đơn vị.`}
      </p>
      <TextField label="Nhận đến hết ngày (ngày/tháng/năm)" value={until} onType={onUntil} />
      <div className={styles.row}>
        <Button disabled={busy || waiting.length === 0} onClick={() => onGive(false, about.units)}>
          {waiting.length === 0 ? 'Đơn vị nào cũng đã có liên kết' : `Cấp liên kết cho ${waiting.length} đơn vị`}
        </Button>
        <span role="alert">{missing}</span>
      </div>
      <ul className={styles.list} aria-label="Liên kết của đơn vị">
        {all.map((unitLink) => (
          <li key={unitLink.unit}>
            <span className={styles.strong}>{unitLink.unit}</span>
            {` · ${linkText(unitLink)}`}
            {unitLink.state === 'open' ? (
              <OpenLink
                {...{ unit: unitLink.unit, busy }}
                onAgain={() => onGive(true, about.units.filter(isNamed(unitLink.unit)))}
                onEnd={(reason) => onEnd(unitLink.unit, reason)}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

function linkText(link: UnitLink): string {
  const { handedIn } = link;
  const stateWords = stateText(link);
  return handedIn === null ? stateWords : `đã nộp ${handedIn.slice(11, 16)} ngày ${dayOf(handedIn)}, ${stateWords}`;
}

function stateText({ state, until, ended }: UnitLink): string {
  switch (state) {
    case 'cannot':
      return 'không nộp qua liên kết (hộ, cá nhân, hoặc chưa có bộ tiêu chí trong kỳ này)';
    case 'none':
      return 'chưa có liên kết';
    case 'open':
      return `nhận đến hết ngày ${dayOf(until ?? '')}`;
    case 'expired':
      return `liên kết đã hết hạn ngày ${dayOf(until ?? '')}`;
    case 'ended':
      return `liên kết đã bị thu hồi ngày ${dayOf(ended?.at ?? '')}: ${ended?.reason ?? ''}`;
  }
}

function dayOf(instant: string): string {
  return dayText(instant.slice(0, 10));
}

interface OpenLinkProps {
  readonly unit: string;
  readonly busy: boolean;
  readonly onAgain: () => void;
  readonly onEnd: (reason: string) => void;
}

function OpenLink({ unit, busy, onAgain, onEnd }: OpenLinkProps) {
  const styles = usePaneStyles();
  const [reason, setReason] = useState('');
  const text = tidyName(reason);
  return (
    <details>
      <summary>Mất hoặc lộ liên kết</summary>
      <div className={styles.section}>
        <span>
          <Button size="small" disabled={busy} onClick={onAgain}>
            {`Cấp liên kết khác cho ${unit}`}
          </Button>
        </span>
        <TextField
          label={`Lý do thu hồi liên kết của ${unit}`}
          value={reason}
          placeholder="Gửi nhầm nơi, đổi người…"
          onType={setReason}
        />
        <span>
          <Button size="small" disabled={busy || text === ''} onClick={() => onEnd(text)}>
            Thu hồi, không cấp lại
          </Button>
        </span>
      </div>
    </details>
  );
}
