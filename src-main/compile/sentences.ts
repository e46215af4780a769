/** What the words at a line's end and beginning say about whether a sentence goes on. */

/** Words that no sentence, heading or list item ends in: what they announce is on the next line. */
const announcing =
  /(?:^|[\s(])(?:của|và|với|khoảng|tại|các|những|hoặc|bởi|giữa|nhằm|sẽ|mỗi|là|đến|gồm|vào|thuộc)$/u;

/** "… theo quy định tại", "… thu ngân sách đạt": the sentence is cut here. */
export const endsOpen = (text: string): boolean => announcing.test(text.slice(-24));

const quantity =
  /^\d[\d.,]*\s*(?:%|‰|(?:tỷ|tỉ|triệu|nghìn|ngàn|đồng|ha|km|m|m2|m3|m²|m³|km²|tấn|tạ|kg|người|hộ|USD|lượt|dự án|con|cây|vụ|lao động|học sinh)(?![\p{L}\p{M}\d]))/u;

/** "20.158 tỷ đồng, gồm:", "12.500 m2 đất": an amount with its unit, the rest of a sentence. */
export const opensWithQuantity = (text: string): boolean => quantity.test(text.slice(0, 40));

/** "Năm" | "2023", "khoản" | "2 Điều 5", "số" | "15/NQ-HĐND": the line end cut a number from its word. */
export const cutsNumber = (text: string, next: string): boolean =>
  (/(?:^|\s)(?:năm|ngày|tháng|quý|khoản|điều|nhiệm kỳ|giai đoạn)$/iu.test(text.slice(-16)) &&
    /^\d/.test(next)) ||
  (/(?:^|\s)số$/iu.test(text.slice(-16)) && /^\d+\//.test(next));
