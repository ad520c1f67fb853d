/** What is set once: my commune, the context menu, the reminder, and the right to hear the portal's answers. */
import { Button, Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { changeSettings, readSettings, type Settings } from '../settings/settings.ts';
import { Notice } from './notice.tsx';

const PORTAL = { origins: ['https://dichvucong.gov.vn/*'] };

export function SettingsView() {
  const [settings, setSettings] = useState<Settings>();
  const [granted, setGranted] = useState<boolean>();
  useEffect(() => {
    void readSettings().then(setSettings);
    void chrome.permissions.contains(PORTAL).then(setGranted);
  }, []);
  if (settings === undefined) return null;
  const change = (part: Partial<Settings>) => {
    setSettings({ ...settings, ...part });
    void changeSettings(part);
  };
  return (
    <>
      <Field
        label="Xã của tôi"
        hint="Tên, mã trên Cổng (H01.187) hoặc định danh. Số liệu của đơn vị này được chọn sẵn."
      >
        <Input value={settings.unit} maxLength={200} onChange={(_, { value }) => change({ unit: value })} />
      </Field>
      <Field label="Nhắc khi tháng này chưa lấy số liệu">
        <Select
          value={String(settings.reminderDay ?? '')}
          onChange={(_, { value }) => change({ reminderDay: value === '' ? null : Number(value) })}
        >
          <option value="">Không nhắc</option>
          {Array.from({ length: 28 }, (_, index) => index + 1).map((day) => (
            <option key={day} value={day}>
              Từ ngày {day}
            </option>
          ))}
        </Select>
      </Field>
      <Checkbox
        label="Có mục “Chụp số liệu trang này” khi bấm chuột phải"
        checked={settings.contextMenu}
        onChange={(_, { checked }) => change({ contextMenu: checked === true })}
      />
      {granted === true ? (
        <Notice kind="done">Đã được nghe câu trả lời của Cổng Dịch vụ công quốc gia khi Cổng được mở.</Notice>
      ) : (
        <Field hint="Để biết đúng kỳ đang xem trên Cổng Dịch vụ công quốc gia mà không phải chọn lại. Không có gì rời khỏi máy này.">
          <Button onClick={() => void chrome.permissions.request(PORTAL).then(setGranted)}>
            Cho nghe số liệu của Cổng
          </Button>
        </Field>
      )}
    </>
  );
}
