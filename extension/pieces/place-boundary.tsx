/**
 * What is shown when a place cannot be: the database does not open, or the extension was updated while the page stood
 * open. The menu stays.
 */
import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { Notice } from './notice.tsx';

interface Props {
  readonly children: ReactNode;
}

/** A class because React tells of errors in no other way. */
export class PlaceBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <>
        <Notice kind="error">
          Không mở được mục này. Số liệu đã lưu vẫn còn. Hãy tải lại trang; nếu vẫn không được, hãy khởi động lại trình
          duyệt.
        </Notice>
        <Button style={{ marginTop: '12px' }} onClick={() => location.reload()}>
          Tải lại trang
        </Button>
      </>
    );
  }
}
