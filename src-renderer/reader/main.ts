document.body.textContent = 'Kỳ Họp';
