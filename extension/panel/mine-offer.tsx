/**
 * Shown after a capture was confirmed: is its commune the officer's own? Repeated until she has named her commune or
 * answered no.
 */
import { Button } from '@fluentui/react-components';
import { isCommuneName } from '../../core/portal/capture/commune-ranks.ts';
import { Notice } from '../pieces/notice.tsx';
import { changeSettings } from '../settings/settings.ts';
import { useSettings } from '../settings/use-settings.ts';

export function MineOffer({ name }: { readonly name: string }) {
  const settings = useSettings();
  if (settings?.unit !== '' || !settings.offersUnit || !isCommuneName(name)) return null;
  return (
    <>
      <Notice kind="info">Đặt {name} làm “Xã của tôi”? Lần sau số liệu của đơn vị này được chọn sẵn.</Notice>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '8px' }}>
        <Button appearance="primary" onClick={() => void changeSettings({ unit: name })}>
          Đặt làm xã của tôi
        </Button>
        <Button onClick={() => void changeSettings({ offersUnit: false })}>Không, đừng hỏi nữa</Button>
      </div>
    </>
  );
}
