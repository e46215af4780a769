/** A Vietnamese sentence for every failure: what happened, and what to do next. */
import type { Failure } from './failures.ts';

export type FailureMessages = {
  readonly [Code in Failure['code']]: (failure: Extract<Failure, { code: Code }>) => string;
};

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;

export const failureMessages: FailureMessages = {
  'source-missing': () => 'Không tìm thấy tệp này. Hãy kiểm tra lại tên tệp và thư mục.',
  'source-unreadable': () =>
    'Không đọc được tệp này. Hãy kiểm tra quyền đọc tệp, hoặc chép tệp sang thư mục khác rồi thử lại.',
  'source-empty': () => 'Tệp không có chữ nào. Hãy chọn tệp có nội dung văn bản.',
  'source-binary': () =>
    'Đây không phải là tệp văn bản thuần. Hãy lưu văn bản thành tệp .txt hoặc .md (UTF-8) rồi thử lại.',
  'source-encoding': ({ byteOffset }) =>
    `Tệp không dùng bảng mã UTF-8 (sai từ byte thứ ${byteOffset + 1}). Hãy lưu lại tệp với bảng mã UTF-8 rồi thử lại.`,
  'source-too-large': ({ bytes, bytesMax }) =>
    `Tệp nặng ${megabytes(bytes)}, quá mức ${megabytes(bytesMax)}. Hãy tách tệp thành nhiều phần rồi thử lại.`,
  'briefing-missing': () =>
    'Không tìm thấy hồ sơ kỳ họp. Hãy chép lại tệp hồ sơ (.kyhop) hoặc cài lại ứng dụng.',
  'briefing-damaged': () =>
    'Hồ sơ kỳ họp bị hỏng hoặc không phải là tệp .kyhop. Hãy chép lại tệp từ nguồn ban đầu.',
  'briefing-newer': ({ version }) =>
    `Hồ sơ kỳ họp do một bản ứng dụng mới hơn tạo ra (định dạng ${version}). Hãy cập nhật ứng dụng rồi mở lại.`,
  'briefing-unwritable': () =>
    'Không ghi được tệp hồ sơ kỳ họp; tệp cũ, nếu có, vẫn còn nguyên. Hãy kiểm tra quyền ghi và dung lượng trống rồi thử lại.',
  'export-unwritable': () =>
    'Không ghi được tệp xuất. Hãy chọn thư mục khác, kiểm tra quyền ghi và dung lượng trống rồi thử lại.',
  'store-full': () => 'Ổ đĩa đã đầy. Hãy xóa bớt tệp khác; chữ vừa nhập vẫn còn trên màn hình.',
  'store-locked': () =>
    'Sổ tay đang được một chương trình khác sử dụng. Hãy đóng chương trình đó rồi thử lại.',
  'store-read-only': () => 'Sổ tay đang ở chế độ chỉ đọc. Hãy kiểm tra quyền ghi của thư mục dữ liệu.',
  'store-io': () => 'Ổ đĩa không phản hồi. Hãy kiểm tra ổ đĩa hoặc USB rồi chờ ứng dụng tự lưu lại.',
  'store-damaged': ({ setAside }) =>
    setAside === null
      ? 'Sổ tay bị hỏng và không mở được. Hãy khôi phục từ bản sao lưu.'
      : `Sổ tay bị hỏng; tệp hỏng được giữ lại tại ${setAside}. Hãy khôi phục từ bản sao lưu.`,
  'store-newer': ({ version }) =>
    `Sổ tay do một bản ứng dụng mới hơn tạo ra (định dạng ${version}). Hãy cập nhật ứng dụng rồi mở lại.`,
  'store-missing-row': () => 'Mục này không còn trong sổ tay. Hãy mở lại sổ tay để xem nội dung mới nhất.',
  'call-refused': () => 'Cửa sổ này không được phép làm việc đó. Hãy làm việc đó ở cửa sổ đọc tài liệu.',
  'call-malformed': () =>
    'Yêu cầu không hợp lệ nên chưa được thực hiện. Hãy thử lại; nếu vẫn lỗi, hãy khởi động lại ứng dụng.',
  'call-broke': () => 'Ứng dụng gặp lỗi khi thực hiện việc này; những gì đã lưu vẫn còn nguyên. Hãy thử lại.',
};
