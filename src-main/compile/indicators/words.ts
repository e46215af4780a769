/** Words of administrative prose by what they do around a number. Each table is one question the naming asks. */
import { phrases } from '../figures/phrases.ts';

/** They open a clause and say nothing about what is measured. */
export const openers = phrases(
  'và|hoặc|hay|theo|bình quân|đồng thời|trong đó|trong đó có|cụ thể|cụ thể là|cụ thể như sau|ngoài ra|bên cạnh đó|tuy nhiên|do vậy|vì vậy|do đó|theo đó|qua đó|từ đó|nhất là|riêng|như|gồm|bao gồm|còn lại|tiếp tục|cũng|đã|được|ước|dự kiến|phấn đấu|tính|cùng với đó|mặt khác|kết quả|kết quả đã|tổng cộng|hiện|hiện nay|hiện đang|đang|với|có|của|cho|tại|là|thì|mà|nhưng|song|nên|trên địa bàn|cả thời kỳ|trung bình|bình quân hằng năm|ước tính|tập trung|chỉ đạo|chủ động|tích cực|kịp thời|thường xuyên|do|về|đến|từ|bằng|sẽ|còn|so với|so|lũy kế|thực hiện được|tổ chức thực hiện|phải|khoảng|trên|gần|hơn|cơ bản|lãnh đạo|tháo gỡ|nâng|đưa|trong|ở|khi|nếu|trừ|kể cả|nhờ|chia ra|phân ra|chủ yếu|chủ yếu là|lần lượt|thêm|tương ứng|đạt|làm cho|xảy ra',
);

/** Openers of a circumstance: a segment that starts with one is not what is measured. */
export const circumstances = phrases(
  'theo|do|nhờ|qua|thông qua|trên cơ sở|so với|từ|để|nhằm|vì|khi|sau khi|trước|căn cứ|thực hiện nghị quyết|góp phần|bằng|trong bối cảnh|dưới|nếu|tuy|mặc dù|cùng với|như vậy|tương đương|cao hơn|thấp hơn|nhiều hơn|ít hơn',
);

/** Before the number, they say that the subject reaches it. */
export const reaching = phrases(
  'đạt|ước đạt|đạt được|ước|là|còn|chiếm|bằng|lên|xuống|thực hiện đạt|ước thực hiện|ước thực hiện đạt|ước tính|ước tính đạt|ở mức|tương đương|tương ứng|vào khoảng|đạt mức|đạt tỷ lệ|chiếm tỷ lệ|đạt tới|lên tới|lên đến|tăng|giảm|tăng lên|giảm còn|giảm xuống|giảm xuống còn|tăng thêm|vượt|hụt|gấp|tăng trưởng|chỉ đạt|hoàn thành|nâng lên|tăng lên thành|cao hơn|thấp hơn|nhiều hơn|ít hơn|lần lượt|lần lượt là|lần lượt đạt|dự kiến đạt|phấn đấu đạt|xếp thứ|đứng thứ|xếp hạng thứ|xếp|thứ|đứng vị trí thứ|xếp vị trí thứ|vị trí thứ|hiện là|đã là|thực hiện là|đạt vượt|đạt và vượt|tối thiểu|tối đa|khoảng',
);

/** Before the number, they hold or own what it counts: "Toàn tỉnh có 112 xã". */
export const owning = phrases(
  'có|hiện có|đã có|gồm|gồm có|bao gồm|có thêm|có tổng số|hiện nay có|có tổng cộng|trong đó có|còn có|hiện còn',
);

/** Before the number, they mean nothing for the name. */
export const softEnds = phrases(
  'trên|hơn|gần|khoảng|chừng|xấp xỉ|được|cho|của|với|tại|thuộc|trong|đến|tới|từ|ở|do|về|và|hoặc|đã|đều|chỉ|thêm|thêm được|hiện|hiện nay|cơ bản|không quá|dưới|ít nhất|không dưới|tổng cộng|tổng số|dự kiến|phấn đấu|bị|vào|cả|trong đó|so với|so|hằng năm|hàng năm|mỗi năm|các|những|số|này|cũng|lại|đang|sẽ|theo|nhưng|song|để|nhằm|thì|mà|như|gồm|bao gồm|cùng|có|bởi|qua|giữa|khi|nay|sau|trước|ngoài|toàn bộ|chủ yếu|cụ thể|ngay|tương đối|khá|liên quan|thực hiện|triển khai thực hiện',
);

/** Nouns that open what is measured. */
export const measures = phrases(
  'tổng|số|tổng số|giá trị|tổng giá trị|tỷ lệ|tỷ trọng|diện tích|tổng diện tích|sản lượng|tổng sản lượng|năng suất|tổng thu|tổng chi|thu ngân sách|chi ngân sách|thu nội địa|chi thường xuyên|chi đầu tư|kim ngạch|tổng kim ngạch|vốn|tổng vốn|số vốn|kinh phí|tổng kinh phí|doanh thu|tổng doanh thu|mức|tổng mức|chỉ số|tốc độ|quy mô|dân số|thu nhập|lượng|khối lượng|trọng lượng|số lượng|số lượt|công suất|chiều dài|tổng chiều dài|độ che phủ|mật độ|dư nợ|tổng dư nợ|nguồn vốn|tổng nguồn vốn|dự toán|tổng dự toán|bội chi|nợ|số tiền|tổng số tiền|thiệt hại|lợi nhuận|tổng mức đầu tư|mức đầu tư|hệ số|tuổi thọ|đàn|tổng đàn|biên chế|tổng biên chế|công tác|cơ cấu|gdp|grdp|tổng sản phẩm|quỹ|tiền|chi phí|giá|mức độ|điểm|chi|thu|lãi suất|tín dụng|hạn mức|lao động|xuất khẩu|nhập khẩu|thuế|lệ phí|phí|trị giá|mức sống|độ tuổi|thời gian|chỉ tiêu|hộ nghèo|hộ cận nghèo|kết quả|tiến độ',
);

/** Names of quantities that need to be told of what: "số tiền", "năng suất". */
export const bareMeasures = phrases(
  'số tiền|tổng số tiền|kinh phí|tổng kinh phí|tổng giá trị|giá trị|trị giá|tổng trị giá|vốn|tổng vốn|số vốn|tổng mức đầu tư|mức đầu tư|diện tích|tổng diện tích|số lượng|tỷ lệ|thiệt hại|sản lượng|tổng sản lượng|năng suất|năng suất bình quân|công suất|quy mô|chiều dài|tổng chiều dài|khối lượng|trọng lượng|số|tổng số|tổng|chiếm tỷ lệ|tổng thiệt hại|mức|lượng|tổng mức|kinh phí thực hiện|tổng số vốn|dự toán|tổng dự toán|tiền|doanh thu|chi phí|thời gian|tổng kinh phí thực hiện',
);

/** Verbs of what authorities do; what stands before one in its clause is who does it. */
export const deeds = phrases(
  'tổ chức|ban hành|tiếp nhận|tiếp|giải quyết|xử lý|xử phạt|phạt tiền|cấp|phê duyệt|phê chuẩn|thẩm định|kiểm tra|thanh tra|phát hiện|thu hồi|bồi thường|hỗ trợ|giải ngân|cho vay|phân bổ|bố trí|chi trả|chi trợ cấp|trồng|gieo cấy|gieo trồng|tiêm phòng|tiêm|tiêu hủy|khám|khám chữa bệnh|điều trị|ghi nhận|thụ lý|công bố|bổ nhiệm|điều động|luân chuyển|kỷ luật|khiển trách|cảnh cáo|tuyển dụng|đào tạo|bồi dưỡng|tập huấn|tuyên truyền|lập biên bản|tước|vận động|hoàn thành|khởi công|nghiệm thu|bàn giao|di chuyển|thành lập|sáp nhập|giao|tham mưu|trình|đề nghị|rà soát|thu gom|đấu giá|trợ cấp|tặng|trao|huy động|bắt giữ|khởi tố|truy tố|xét xử|điều tra|kết nạp|cắm|treo|lắp đặt|phát sóng|sửa chữa|nâng cấp|làm chết|làm bị thương|bị thương|thi hành|thi hành xong|xây mới|xây dựng mới|xây dựng|trùng tu|đặt tên|xếp hạng|điều dưỡng|luân chuyển|xác nhận|xác định|tháo dỡ|buộc tháo dỡ|tinh giản|tuyển|đón|tiếp đón|phục vụ|đón tiếp|cung cấp|lấy|thẩm tra|giám sát|bầu|miễn nhiệm|trả lời|tham gia|thu hút|cấp mới|cấp phép|cấp đổi|lập|mở|ký|ký kết|phát hành|in|phát|cải tạo|duy tu|di dời|thu|chi|nộp|giao nộp|chuyển|mua|bán|cứu|hòa giải|trợ giúp|tư vấn|giới thiệu|tạo việc làm|kê khai|khen thưởng|tiếp thu|triển khai|kiểm soát|quản lý|duy trì|kích hoạt|thu giữ|xét nghiệm|buộc thôi việc|trúng tuyển|giải thể|tuyển sinh|công nhận|chi|phổ biến|tái định cư|đình chỉ|tạm giam|tạm giữ|bổ sung|hủy|sửa|chuyển đổi|tiếp xúc|khôi phục|phát triển|thực hiện|đầu tư|kéo dài|mở rộng|tăng tải|có mặt|thiếu|còn thiếu|mất tích|nghỉ hưu|bị chết|chết|tán thành|không tán thành|biểu quyết|không biểu quyết|tinh giản biên chế|giữ nguyên|tổng hợp',
);

/** Who acts; a clause that opens with one and goes on with a deed is named by the deed. */
export const agents = phrases(
  'ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|thành phố|tp|tỉnh|huyện|thị xã|quận|xã|phường|địa phương|các địa phương|toàn tỉnh|toàn huyện|toàn thành phố|toàn thị xã|toàn quận|toàn ngành|toàn quốc|toàn xã|cả nước|cả tỉnh|sở|các sở|phòng|ban|các ban|công an|tòa án|các tòa án|viện kiểm sát|các cấp|các ngành|các cơ quan|cơ quan|lực lượng|các lực lượng|các đơn vị|đơn vị|chính phủ|quốc hội|ngân hàng|trung tâm|hội|đoàn|mặt trận|mttq|ubmttq|thường trực|chủ tịch|ngành|các cơ sở|quỹ|cục|chi cục|bộ|tổng cục|liên đoàn|bảo hiểm xã hội|ban chỉ huy|bộ chỉ huy|ủy ban|đảng bộ|thanh tra|hạt kiểm lâm|kho bạc|các trường|các huyện|các xã|hải quan|cấp ủy|tổ chức đảng|nhà nước|trung ương|đội ngũ|hệ thống|các tổ chức|trên địa bàn|người dân|nhân dân|các doanh nghiệp|các hộ|trong kỳ|công ty',
);

/** Things that count what the words before already say. */
export const classifiers = phrases(
  'trường hợp|lượt|đơn vị|cơ sở|việc|vụ|vụ việc|đồng chí|đối tượng|người|con|cái|chiếc|lô|hồ sơ|ca|bộ|cuộc',
);

/** Where what follows a number ends. */
export const complementEnds = phrases(
  'đạt|tăng|giảm|bằng|chiếm|so với|so|trong đó|gồm|bao gồm|với|tại|theo|để|nhằm|góp phần|từ|do|là|còn|vượt|nên|đã|trên|ở|vào|trước|sau|khi|qua|như|kể cả|ước|cao hơn|thấp hơn|nhưng|song|đồng thời|cùng với|hiện nay|hiện đang|đang|sẽ|chưa|thì|mà|xếp thứ|lên|xuống|tương ứng|tập trung|tương đương|trị giá|nhất là|trong|cho|phải|đến|dưới|số tiền|tổng số tiền|tổng kinh phí|kinh phí|thiệt hại|không có|hằng năm|hàng năm|dẫn đầu|có|nâng lên|nâng tổng số|hoặc|cũng|phục vụ|làm chết|làm|liên quan|thuộc diện|diện tích|vì',
);
/** "đạt chuẩn", "đạt danh hiệu": what things attain, no amount they reach. */
export const attainments = phrases(
  'chuẩn|danh hiệu|tiêu chuẩn|trình độ|yêu cầu|loại|giải|tiêu chí|điển hình|trong sạch|3 sao|4 sao|5 sao|mức|sao|kết quả|quy chuẩn|giấy|hạng',
);

/** Between a figure and the next, they part what each is about. */
export const joints = phrases(
  'và|với|cho|trong đó|trong đó có|gồm|bao gồm|đạt|bằng|là|có|tăng|giảm|chiếm|của|thuộc|tại|trên|còn|vượt|ước|ước đạt|xuống|lên|từ|đến|hoặc|nhưng|gấp|hay|xếp thứ|xếp|so với|làm|ước tính|tương đương',
);

/** Words of a heading over a column that say when or how, not what. */
export const columnNoise = phrases(
  'năm|ước|ước th|ước thực hiện|thực hiện|th|dự toán|kế hoạch|kh|dt|thực hiện năm|ước năm|cùng kỳ|chính thức|tháng|quý|giá trị|số liệu|kết quả|so sánh|so với|tỷ lệ|tăng|giảm|tăng giảm|đơn vị|đầu năm|cả năm|nghị quyết|hđnd|giao|tỉnh giao|trung ương giao|mục tiêu|chỉ tiêu|số lượng|tổng số|với|so|lũy kế|hoàn thành|bq|bình quân|giai đoạn|và|đến|tốc độ|phấn đấu|đạt|uth',
);

/** Words that end like what is cut off, and are names: "mặt bằng", "xây dựng cơ bản", "chuyển đổi số". */
export const wholeWords = phrases(
  'mặt bằng|giải phóng mặt bằng|đồng bằng|cân bằng|công bằng|văn bằng|đất ở|nhà ở|chỗ ở|nơi ở|dân số|thiểu số|dân tộc thiểu số|chuyển đổi số|kinh tế số|chính quyền số|xã hội số|chữ ký số|hệ số|chỉ số|mã số|xây dựng cơ bản|thiết bị|trang thiết bị|chuẩn bị|nước ngoài|đầu tư nước ngoài|tồn tại|đất tăng thêm|việc làm tăng thêm|trở lên|trở lại|đi lại|định mức|thu vượt|cây hằng năm|cây hàng năm|sản xuất thử|nước mắm|hạng mục|ô tô các|quán triệt|cộng đồng|quản trị|ngoài trời|trong nước|dưới nước|xóa nghèo|đất sang đất ở|cơ sở|trụ sở|hợp đồng|đồng bộ|không đạt|chưa đạt|thông qua|trải qua|hộ khá|ký số|văn bản đến',
);

/** Where documents are cited: "theo các Nghị quyết, Quyết định của Chính phủ". */
export const citations = phrases(
  'nghị quyết|quyết định|nghị định|thông tư|luật|quy định|công văn|chỉ thị|văn bản|các nghị quyết|các quyết định|các văn bản|tinh thần|quy chế|các nghị định|các quy định|hướng dẫn|chủ trương',
);

/** Behind "và", they open another deed, not another thing. */
export const furtherDeeds = phrases('việc|công tác|kịp thời|đã|đang|từng bước|tiếp tục|chủ động');

/** What people are or undergo: "làm bị thương 132 người" counts those who are. */
export const states = phrases(
  'có mặt|thiếu|còn thiếu|mất tích|nghỉ hưu|bị thương|làm bị thương|làm chết|bị chết|chết|tán thành|không tán thành|biểu quyết|không biểu quyết|trúng tuyển|vắng mặt',
);

/** One thing although a comma stands in it. */
export const compounds = phrases(
  'phòng cháy, chữa cháy|khiếu nại, tố cáo|trật tự, an toàn|phường, xã|xã, phường|thể dục, thể thao|sở, ngành|thiết kế, dự toán|phòng, chống|phòng, ban|cán bộ, công chức|công chức, viên chức|bồi thường, hỗ trợ|thanh tra, kiểm tra|kiểm tra, giám sát|điều tra, khám phá|quốc phòng, an ninh',
);
