/** How what was put in the place of a reading of a scan tells what was read: `máy đọc: IL`. */
export const WAS_READ = 'máy đọc: ';
