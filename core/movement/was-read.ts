/** Prefix that records what the scan was read as when an officer corrected the reading: `máy đọc: IL`. */
export const WAS_READ = 'máy đọc: ';
