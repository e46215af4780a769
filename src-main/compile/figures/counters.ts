/**
 * Things that are counted, for the unit of a count. A count needs no row here to be found: a word that is in no table
 * gives a unit of its own, two syllables at most. Rows hold what is longer, shorter or joined by a comma.
 */
import { phrases } from './phrases.ts';

export const counters = phrases(
  [
    'phường, xã|xã, phường|phường, xã, thị trấn|xã, phường, thị trấn|huyện, thị xã, thành phố|huyện, thị xã thành phố|tỉnh, thành phố|tỉnh, thành|huyện, thành phố|sở, ban, ngành|sở, ngành|bộ, ngành|bộ, cơ quan ngang bộ|vụ, việc|thôn, khu dân cư|thôn, xóm|xóm, tổ dân phố|thôn, tổ dân phố',
    'phó chủ tịch|huy chương vàng|huy chương bạc|huy chương đồng|huy chương|khu dân cư|khu đô thị|khu tập thể|lượt người|lượt đối tượng|lượt khách|lượt hộ|lượt học sinh|lượt công dân|lượt cán bộ|đơn vị|giấy phép xây dựng|giấy phép lái xe|giấy phép|giấy chứng nhận|trung tâm y tế|trạm y tế|trạm bơm|cơ quan chuyên môn|cuộc thanh tra|cuộc kiểm tra|cuộc giám sát',
    'khách hàng|cuộc gọi|viên đạn|khẩu súng|lượt cử tri|điểm tiếp xúc|đơn vị hành chính|chủ đầu tư|nhóm nhiệm vụ|nhóm giải pháp|nhóm chỉ tiêu|nhóm vấn đề|trạm biến áp|nhà đầu tư|ban quản lý|bị án|ngôi mộ|lượt ý kiến|lượt chất vấn|nhà văn hóa|điểm trường|khu tái định cư|khu vui chơi|cơ sở y tế|cơ sở giáo dục|cơ sở sản xuất|sổ đỏ|tổ hòa giải|tổ liên gia|cán bộ, công chức, viên chức|huyện, thành phố, thị xã|nhà tình nghĩa|nhà tình thương|nhà đại đoàn kết|cửa hàng xăng dầu|làng nghề|lễ hội|hội thi|giải thưởng|ngày làm việc|mã số|kỹ thuật|chức danh|dân số|dân quân|viên|trang trại|bài thi|tiết dạy|nhà thầu|tập thể|nhà máy|nhà ở|tổ hợp tác|tổ công tác|tổ dân phố|nhóm trẻ|nhóm, lớp|lớp học|xe máy|xe ô tô|khu công nghiệp|cụm công nghiệp|cây xanh|con giống|bộ thủ tục|tổ chức đảng|chi hội|mặt hàng|bến xe|cơ quan báo chí|đường dây|cán bộ, công chức|trẻ em|em học sinh|hộ dân|hộ gia đình|chương trình|người|hộ|vụ|vụ án|vụ cháy|vụ việc|việc|lượt|đơn|đơn thư|con|cây|cái|chiếc|bộ|xã|phường|huyện|tỉnh|thôn|khu|tổ|lớp|trường|trường học|trường hợp|chợ|cuộc|cuộc họp|phiên họp|kỳ họp|nhóm|xe|tàu|thuyền|ca|liều|mũi|giường|giường bệnh|nhà|căn|căn hộ|căn nhà|phòng|phòng học|cầu|cống|tuyến|tuyến đường|bậc|tiêu chí|chỉ tiêu|dự án|đề án|công trình|hồ sơ|văn bản|quyết định|nghị quyết|chỉ thị|báo cáo|thông báo|kế hoạch|bài|tin bài|suất|suất quà|giải|giải nhất|giải nhì|giải ba|giải khuyến khích|ngành|cấp|bước|đợt|vòng|buổi|hội nghị|phiếu|phiếu giao việc|bản|tờ|quyển|cuốn|tập|đội|đoàn|câu lạc bộ|hợp tác xã|doanh nghiệp|thành viên|ủy viên|đại biểu|cán bộ|công chức|viên chức|lao động|học sinh|giáo viên|đối tượng|bị cáo|bị can|sản phẩm|di tích|cơ sở|vị trí|mô hình|nhiệm vụ|ý kiến|kiến nghị|ổ dịch|máy|thửa|lô|dòng|km đường|ô tô|mặt|phần|tài khoản|tổ chức|cá nhân|gia đình|đảng viên|chi bộ|quân nhân|công dân|thí sinh|bệnh viện|bác sĩ|em|cháu|chị|anh|cụ|ông|bà|phiên|phiên tòa|bé trai|bé gái|giấy|khoản|khoản thu|điều|chương|mục|mục tiêu|chuyến|gói thầu|gói|hạng mục|hố|hố ga|cột|cụm|ban|ngày công|nước|quốc gia|vùng|đô thị|thị trấn|thị xã|quận|bệnh nhân|F0|đề tài|sáng kiến|tác phẩm|dụng cụ|đại lộ|đường|phố|hồng kỳ|pano|phóng sự|trang|thuê bao|khách|du khách|bản ghi|giao dịch|tin nhắn|thẻ|chữ ký số|chữ ký|cổ phiếu|băng rôn|biên chế|tờ rơi|dân|hội viên|đoàn viên|tin|lượt xem|lượt truy cập',
  ].join('|'),
);

/** Words that are no thing: where one follows a number, the number's unit is not printed. */
export const functionWords = new Set(
  'và hoặc hay với của cho tại ở trong ngoài trên dưới từ đến tới về theo là có được bị do bởi vì để mà thì nên nhưng song còn đã đang sẽ vẫn cũng đều không chưa chỉ so bằng đạt tăng giảm chiếm gồm như nếu khi sau trước qua vào ra lên xuống này đó kia ấy các những mỗi mọi một hai ba giữa hơn gần khoảng ước lần thứ vượt tương trở kể nhằm thuộc đối cùng dài rộng'.split(
    ' ',
  ),
);
