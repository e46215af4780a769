/** Words before (or after) a number that make it a name, a document's number or a legal reference. */
import { phrases } from './phrases.ts';

/** The number is a name whatever follows. */
export const strongNames = phrases(
  'đề án|đề án số|gói thầu|gói thầu số|quốc lộ|ql|tỉnh lộ|đường tỉnh|đường tỉnh lộ|đt|đh|hương lộ|huyện lộ|dự án số|covid|covid -|iso|tcvn|qcvn|tcxdvn|sea games|sea game|asiad|olympic|para games|asean para games|bão số|cơn bão số|áp thấp số|kỳ họp thứ|phiên họp thứ|khóa thứ|lần thứ|hội nghị lần thứ|đại hội lần thứ|khu vực số|vành đai|đường vành đai|chương trình số|chương trình mục tiêu số|công nghiệp|cách mạng công nghiệp|nghị định thư số|mẫu số|tiêu chí số|biểu số|biểu mẫu số|bảng số|phụ lục số|phụ lục|biểu đồ|hình số|thửa số|thửa đất số|tờ bản đồ số|tờ số|lô số|nhà số|tại số|số nhà|trạm số|tổ số|đội số|khu số|cơ sở số|nhà máy số|phân khu số|chuyên đề số|kỳ họp lần thứ|khóa họp thứ|hội thảo lần thứ|lễ hội lần thứ|điện thoại|số điện thoại|đường dây nóng|mã số|mã số thuế|tài khoản số|hotline|tổng đài|hiệp định số|chỉ số pm|windows|office|euro|cmnd|cccd|căn cước công dân số|căn cước công dân|chứng minh nhân dân số|mst|mã hồ sơ|mã định danh|fax|tel|số tài khoản|tài khoản tạm giữ số|tiểu dự án số|nghị quyết trung ương|hội nghị trung ương|công ước số|đường dây nóng số|điện thoại số|số đt|hl|phi|mác|ron|ngạch|mã ngạch|mã số ngạch|bê tông mác|vĩ tuyến|kinh tuyến|quyển số|tập số|ô số|căn hộ số|phòng số|phòng họp số|hội trường số|cổng số|cầu số|cống số|trường số|gđ',
);

/** A name unless the number counts or measures what follows: "lớp 12" and "lớp 12 học sinh". */
export const weakNames = phrases(
  'khoảnh|tiêu chí|báo động|chương trình|giai đoạn|mức độ|mức|cấp|cấp độ|lớp|khối|khối lớp|khu phố|tổ|tổ dân phố|thôn|xóm|ấp|bản|khu|phường|quận|đợt|vòng|lần|khóa|mũi|liều|nhóm|loại|hạng|bậc|tập|quyển|bảng|biểu|hình|lô|thửa|tờ|đội|đường|ngõ|hẻm|ngách|phố|trạm|km|kỳ|phương án|tầng|khu vực|tiểu khu|cụm|tuyến|nhà máy|tổ máy|hồ|hồ chứa|trung đoàn|sư đoàn|tiểu đoàn|đại đội|lữ đoàn|quân khu|cơ sở|kịch bản|hợp phần|tiểu dự án|dự án thành phần|nội dung thành phần|thành phần|phân hệ|cột|dòng|kênh|hệ|thế hệ|thứ|ca|số|nội dung|cống|hộ chiếu|di tích cấp|trường cấp|cấp học|phân khu|lộ|vùng|thế kỷ|bàn|hướng|phần mềm|nghị quyết trung ương|trung ương|hội nghị trung ương',
);
/** A name only where nothing that could be counted follows: "Bệnh viện 108", "trang 15". */
export const bareNames = phrases(
  'bệnh viện|phòng|phòng họp|hội trường|công ty|xí nghiệp|dự án|nông trường|lâm trường|gói|gói thầu|trang|trường|hầm|đảo|mạch|đoạn|nghị định|đội thanh niên xung phong|block|tòa|tòa nhà|kho|bãi|bến|bến xe|cảng|cửa khẩu|cột mốc|mốc|quầy|cửa|làn|chốt|điểm',
);
/** "tổng số 214 khu": here "số" means how many. */
export const notNames = phrases(
  'tổng số|một số|con số|thiểu số|chỉ số|hệ số|tỷ số|dân số|doanh số|điểm số|trong số|trong tổng số|trên tổng số|đa số|quân số|sĩ số|hiện số|nâng cấp|cung cấp|trợ cấp|phân cấp|cấp mới|nâng mức|đã cấp|được cấp|nâng tổng số|thêm số|bổ nhiệm|đường dài|cấp đổi|với số|đầu kỳ|trong kỳ|cùng kỳ|cuối kỳ|các loại|phân loại|mở lớp|số lớp|số thôn|số khu|số tổ|số phường|số bản|số đợt|số ca|ghi nhận ca|lượng ca|số lần|số tuyến|số hộ|số đội|số vùng|số nhóm|số cơ sở|số trạm|các khu|các nhóm|các cơ sở|tổng mức|văn bản|kịch bản|cơ bản|tài khoản số dư|toàn tỉnh số|các lớp|các cấp|các tổ|đơn vị cấp|khen thưởng cấp|nội dung|thành phần|cao cấp|trung cấp|sơ cấp|tử hình|truyền hình|mô hình|loại hình|tình hình|điển hình|màn hình|nhiệm kỳ|thời kỳ|chu kỳ|định kỳ',
);

/** Ratings, slogans: the word after the number makes it a name. */
export const ratings = phrases('sao|tại chỗ|sẵn sàng|cùng');
export const slogans = phrases(
  'rõ|dám|không|có|nhất|tự|tốt|sạch|hơn|biết|giữ|chống|xây|tăng|giảm|thật|cần|trong 1|xung kích|chữ|đúng|đủ|ít',
);

/** Kinds of documents, before their number. */
export const documentKinds = phrases(
  'quyết định|nghị quyết|nghị định|thông tư|thông tư liên tịch|chỉ thị|kế hoạch|chương trình|công văn|thông báo|tờ trình|báo cáo|hướng dẫn|kết luận|quy định|quy chế|pháp lệnh|luật|sắc lệnh|đề án|công điện|văn bản|lệnh|giấy phép|hợp đồng|thông tri|kết luận thanh tra|chỉ thị liên tịch|bản án|giấy mời|biên bản|hiệp định|nghị quyết liên tịch|nq|qđ|nđ|tt|ct|kl',
);

/** Parts of laws. */
export const legalWords = phrases('điều|khoản|các điều|các khoản|tại điều|tại khoản|chương');
export const sectionWords = phrases(
  'mục|tiểu mục|câu|câu hỏi|câu số|phần|phần thứ|các mục|mục số|chuyên mục số',
);

/** Before a full date's day, or where a day and a month stand alone. */
export const dayWords = phrases(
  'ngày|mùng|mồng|dịp|lễ|tết|sáng|chiều|tối|đêm|hôm|trưa|dịp lễ|các ngày|đến|trước|từ|kỷ niệm|sự kiện|rạng sáng|hạn|quốc khánh',
);
/** Before a year. */
export const yearWords = phrases(
  'năm|nhiệm kỳ|giai đoạn|niên độ|đông xuân|hè thu|thu đông|năm học|niên vụ|vụ|năm tài chính|niên khóa|thời kỳ|khóa|vụ đông|vụ xuân|vụ mùa|cuối năm|đầu năm|các năm|mùa khô|mùa mưa|sn|sinh năm|khóa học|từ năm|đến năm|tết|kh|th|ước|ước th|tháng|quý|thực hiện|kế hoạch|dự toán',
);
