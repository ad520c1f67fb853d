/**
 * Notes of Excel (ExcelApi 1.18): the client script of `@microsoft/office-js` has them, its own declarations do not.
 * Only what is used here.
 */
declare namespace Excel {
  interface Worksheet {
    readonly notes: NoteCollection;
  }
  interface NoteCollection extends OfficeExtension.ClientObject {
    add(cellAddress: string, content: string): Note;
    getItemOrNullObject(cellAddress: string): Note;
  }
  interface Note extends OfficeExtension.ClientObject {
    content: string;
    delete(): void;
    load(properties: string): Note;
  }
}
