/** What of SheetJS is used: named one by one, so that what writes workbooks is not built in. */
export { read, set_cptable } from '@e965/xlsx';
