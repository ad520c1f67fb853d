/** The only imports from SheetJS: named imports, so that the code that writes workbooks is left out of the build. */
export { read, set_cptable } from '@e965/xlsx';
