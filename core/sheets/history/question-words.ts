/** The questions on achievements over the years, in Vietnamese, with the column that takes the answer. */
import type { HistoryQuestion } from '../../judge/history/history.ts';

export function questionWords(question: HistoryQuestion): string {
  const year = 'year' in question && question.year !== null ? ` năm ${question.year}` : '';
  switch (question.kind) {
    case 'renamed': {
      const years = question.years.length === 0 ? '' : ` (năm ${question.years.join(', ')})`;
      const guess = question.guess === null ? 'đơn vị nào trong danh sách' : `“${question.guess}” không`;
      return `“${question.name}”${years} nay là ${guess}? Ghi tên nay vào cột “Nay là”, hoặc “Không”.`;
    }
    case 'merged':
      return `${question.names.map((name) => `“${name}”`).join(', ')}${year} đều là tên khác của “${question.name}”: là các đơn vị đã nhập vào nhau thì ghi “${question.name}” ở cột “Nay là” của từng dòng, là một dòng ghi hai cách thì đánh x ở cột “Không tính” của dòng thừa.`;
    case 'differs':
      return `“${question.name}”${year}: các nguồn ghi kết quả khác nhau (${question.sources.join('; ')}); đánh x ở cột “Không tính” của dòng sai.`;
    case 'namesake':
      return `“${question.name}” có ở ${question.places.map((place) => place || 'nơi chưa ghi').join(', ')}: là một người thì ghi tên ở cột “Nay là” của từng dòng, khác người thì ghi thêm nơi công tác vào tên ở cột ấy.`;
  }
}
