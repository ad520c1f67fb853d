/** Who takes part, and has seen what; the chair lets machines in and ends their part. */

import { Button, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { Fact } from '../../../core/share/fact.ts';
import { BY_MISTAKE, healingOf } from '../../../core/share/healing.ts';
import { ROLE_NAMES, type Role } from '../../../core/share/role.ts';
import type { Device, Standing } from '../../../core/share/standing.ts';
import { tidyName } from '../../../core/share/tidy-name.ts';
import { deviceText } from '../../../session/share/book-texts.ts';
import { TextField } from '../../text-field.tsx';
import { usePaneStyles } from '../use-pane-styles.ts';

/** A unit hands in by a link of its own, not by a machine that sees all; a commune takes part in its province's book. */
const GIVEN: readonly Role[] = ['officer', 'council', 'appraiser', 'chair', 'viewer', 'commune'];

interface DeviceListProps {
  readonly standing: Standing;
  /** This machine. */
  readonly own: Device | undefined;
  readonly busy: boolean;
  readonly onFacts: (facts: readonly Fact[]) => void;
}

export function DeviceList({ standing, own, busy, onFacts }: DeviceListProps) {
  const styles = usePaneStyles();
  const isChair = own?.roles.includes('chair') === true && !own.revoked && !own.forked;
  const isFounder = own !== undefined && own.device === standing.founding?.content.device;
  // The founding machine alone makes and unmakes chairs; what never spoke is the code on paper.
  const roles = isFounder ? GIVEN : GIVEN.filter((role) => role !== 'chair');
  const mayEnd = (device: Device) =>
    device !== own && !device.revoked && device.last !== null && (isFounder || !device.roles.includes('chair'));
  return (
    <>
      <h3 className={styles.heading}>Các máy</h3>
      <ul className={styles.list} aria-label="Các máy">
        {standing.devices.map((device) => (
          <li key={device.device}>
            <span className={styles.strong}>{device.name}</span>
            {` · ${deviceText(device, standing, own)}`}
            {isChair && device.roles.length === 0 ? <Admit {...{ device: device, roles, busy, onFacts }} /> : null}
            {isChair && device.forked ? <Heal {...{ device: device, standing, busy, onFacts }} /> : null}
            {isChair && device.roles.length > 0 && mayEnd(device) ? (
              <Revoke {...{ device: device, busy, onFacts }} />
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

interface OneProps extends Pick<DeviceListProps, 'busy' | 'onFacts'> {
  readonly device: Device;
}

function Admit({ device: { device, name }, roles, busy, onFacts }: OneProps & { readonly roles: readonly Role[] }) {
  const styles = usePaneStyles();
  const [role, setRole] = useState<Role>('officer');
  return (
    <div className={styles.row}>
      <Select
        aria-label={`Vai trò của ${name}`}
        value={role}
        onChange={(_, { value }) => setRole(roles.find((role) => role === value) ?? role)}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {ROLE_NAMES[role]}
          </option>
        ))}
      </Select>
      <Button size="small" disabled={busy} onClick={() => onFacts([{ kind: 'admission', device, role, name }])}>
        Số đúng, cho tham gia
      </Button>
    </div>
  );
}

/** A lost or stolen key is not healed: its machine's rights end. */
function Heal({ device: { device, name }, standing, busy, onFacts }: OneProps & Pick<DeviceListProps, 'standing'>) {
  const styles = usePaneStyles();
  return (
    <div className={styles.section}>
      <p className={styles.quiet}>
        Khóa của máy này đã ghi ở hai nơi. Nếu do nhầm (chép thư mục, phục hồi bản cũ) thì nối lại: mọi thứ ghi ở cả hai
        nơi được tính, máy ghi tiếp được. Nếu máy bị mất, bị lấy cắp thì thôi quyền.
      </p>
      <span>
        <Button size="small" disabled={busy} onClick={() => onFacts(healingOf(device, standing, BY_MISTAKE))}>
          {`Nối lại máy “${name}”`}
        </Button>
      </span>
    </div>
  );
}

function Revoke({ device: { device, name, last }, busy, onFacts }: OneProps) {
  const styles = usePaneStyles();
  const [reason, setReason] = useState('');
  const text = tidyName(reason);
  return (
    <details>
      <summary>Thôi quyền của máy này</summary>
      <div className={styles.section}>
        <TextField
          label={`Lý do thôi quyền của ${name}`}
          value={reason}
          placeholder="Mất máy, đổi người…"
          onType={setReason}
        />
        <span>
          <Button
            size="small"
            disabled={busy || text === ''}
            onClick={() => onFacts([{ kind: 'revocation', device, upTo: last?.content.n ?? 0, reason: text }])}
          >
            Thôi quyền
          </Button>
        </span>
      </div>
    </details>
  );
}
